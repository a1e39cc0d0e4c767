import { aside, type Draft, decide, type Fate, type Line, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { entriesOf, isTimeLine } from './list-entries.ts'
import { isFurniture, isInsert, isOtherHeading, type ListKind, listHeadingKind } from './phrases.ts'

const NAME = 'following-lists'
/** A list inside the text is at most so long; more would be text. */
const INSIDE = 12

interface Section {
  readonly at: number
  readonly end: number
  readonly kind: ListKind | 'other'
}

/** Where the list that starts at `at` ends: at the next heading, or, inside the text, where the text goes on. */
function endOf({ lines, main }: Draft, at: number): number {
  const isInside = at < main.last
  let index = at + 1
  for (; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || sectionKind(line) !== undefined) break
    if (isInside && index <= main.last && (isText(line) || index - at > INSIDE)) break
  }
  return index
}

const isText = ({ measure, text }: Line): boolean => measure.isProse && measure.units >= 24 && !isInsert(text)

const sectionKind = (line: Line): ListKind | 'other' | undefined =>
  isOtherHeading(line.text) ? 'other' : listHeadingKind(line.text)

function sections(draft: Draft): Section[] {
  const found: Section[] = []
  const { textAt } = headerOf(draft)
  for (let at = Math.max(textAt, 0); at < draft.lines.length; at += 1) {
    const line = draft.lines[at]
    const kind = line === undefined || line.fate !== undefined ? undefined : sectionKind(line)
    if (kind === undefined) continue
    const end = endOf(draft, at)
    found.push({ at, end, kind })
    at = end - 1
  }
  return found
}

function decideSection(draft: Draft, { at, end, kind }: Section, fates: Map<number, Fate>): void {
  const heading = draft.lines[at]
  if (heading === undefined) return
  const list = heading.text
  fates.set(at, aside(heading, NAME, 'list-heading', { list }))
  const open: { line: Line; index: number }[] = []
  for (let index = at + 1; index < end; index += 1) {
    const line = draft.lines[index]
    if (line === undefined || line.fate !== undefined) continue
    const isOther =
      kind === 'other' || (isFurniture(line.text) && !isTimeLine(line, draft.language)) || isInsert(line.text)
    if (isOther) fates.set(index, aside(line, NAME, 'furniture', kind === 'other' ? { list } : {}))
    else open.push({ line, index })
  }
  if (kind === 'other') return
  const indexOf = new Map(open.map(({ line, index }) => [line, index]))
  for (const { lines, item } of entriesOf(
    open.map(({ line }) => line),
    draft.language,
  )) {
    const [first, ...further] = lines
    if (first === undefined) continue
    fates.set(
      indexOf.get(first) ?? -1,
      aside(first, NAME, kind, { list, item, further: further.map(line => line.raw) }),
    )
    for (const line of further) fates.set(indexOf.get(line) ?? -1, { kind: 'joined' })
  }
}

/** Sets aside the lists and comments that follow the article or interrupt it, each entry by itself. */
export const followingLists: Step = {
  name: NAME,
  run(draft: Draft): Draft {
    const fates = new Map<number, Fate>()
    for (const section of sections(draft)) decideSection(draft, section, fates)
    return decide(draft, fates)
  },
}
