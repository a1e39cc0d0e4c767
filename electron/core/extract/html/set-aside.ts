import type { SetAside } from '../../model/article.ts'
import { isFurniture, isOtherHeading, listHeadingKind } from '../phrases.ts'
import type { HtmlDraft } from './draft.ts'
import type { Page, PageLine } from './page/page.ts'
import { around } from './page/walk.ts'

/** So many lines of menus and footers make one entry: a portal's front has hundreds. */
const TOGETHER = 30
/** A list is at most so long. */
const LIST = 60

interface List {
  readonly heading: string
  readonly kind: 'related' | 'hot'
  readonly end: number
}

/** The list that a heading starts: to the end of the smallest part of the page that holds it and an entry. */
function listAt(page: Page, line: PageLine): List | undefined {
  const kind = isOtherHeading(line.text) ? undefined : listHeadingKind(line.text)
  if (kind === undefined) return undefined
  for (const element of around(page, line.element)) {
    const size = element.endLine - line.index
    if (size > LIST) return undefined
    if (size > 1) return { heading: line.text, kind, end: element.endLine }
  }
  return undefined
}

/**
 * What is not in the body and backs no field, verbatim and in its order. Entries of a list with a heading stand
 * each by itself; other lines beside the article that follow each other stand together.
 */
export function setAsideOf(draft: HtmlDraft): SetAside[] {
  const { page, fates, body, titleAt, start } = draft
  const found: SetAside[] = []
  const evidence = Object.values(draft.statements).map(statement => statement.evidence)
  let list: List | undefined
  let open: { entry: SetAside; lines: number; next: number } | undefined
  for (const line of page.lines) {
    const fate = fates.get(line.index)
    if (body.has(line.index)) continue
    const own = { id: `line-${line.order}`, text: line.raw, order: line.order }
    if (fate?.kind === 'field') {
      // A line may have backed a field whose value was then read from elsewhere.
      if (!evidence.some(words => words.includes(line.raw)))
        found.push({ ...own, step: 'fields', reason: 'furniture' })
      continue
    }
    if (fate !== undefined) {
      found.push({ ...own, step: fate.step, reason: fate.reason })
      continue
    }
    if (list !== undefined && line.index >= list.end) list = undefined
    const started = line.isHidden ? undefined : listAt(page, line)
    if (started !== undefined) {
      list = started
      found.push({ ...own, step: 'lists', reason: 'list-heading', list: list.heading })
      continue
    }
    if (list !== undefined && !isFurniture(line.text)) {
      found.push({ ...own, step: 'lists', reason: list.kind, list: list.heading, item: { title: line.text } })
      continue
    }
    const top = titleAt === -1 ? start : titleAt
    const reason = top !== -1 && line.index < top ? 'navigation' : 'furniture'
    const step = line.isHidden ? 'hidden' : 'outside'
    const isNext =
      open !== undefined &&
      open.next === line.index &&
      open.entry.reason === reason &&
      open.entry.step === step
    if (open !== undefined && isNext && open.lines < TOGETHER) {
      open.entry.text += `\n${line.raw}`
      open = { entry: open.entry, lines: open.lines + 1, next: line.index + 1 }
      continue
    }
    const entry: SetAside = { ...own, step, reason }
    open = { entry, lines: 1, next: line.index + 1 }
    found.push(entry)
  }
  return found
}
