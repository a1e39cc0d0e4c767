import type { Inline } from '../model/body.ts'

export type Mark =
  | { readonly kind: 'em' | 'strong' | 'code' | 'sub' | 'sup' }
  | { readonly kind: 'a'; readonly href: string }
  | HighlightMark

/** What is highlighted, in the exports that mark it in the text. `reference` names the note that belongs behind it. */
export interface HighlightMark {
  readonly kind: 'mark'
  readonly colour: string
  readonly index: number
  readonly reference: string | undefined
}

/** An inline node, or a highlight around one. */
export type MarkedInline =
  | Inline
  | {
      readonly type: 'element'
      readonly tagName: 'mark'
      readonly properties: Omit<HighlightMark, 'kind'>
      readonly children: readonly Inline[]
    }

/** A piece of running text with the marks on it, outermost first, or a line break. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'break' }

/**
 * Inline nodes as a flat list of runs, with white space as HTML shows it: each run of space, tab, line feed,
 * vertical tab, form feed, carriage return and next line (U+0085) is one space, none stands at either end or
 * beside a line break. All other spaces stay, no-break and ideographic ones among them. Other control
 * characters, noncharacters and lone surrogates, which HTML and XML files cannot carry, become U+FFFD.
 * Marks inside themselves are dropped, so neighbours with the same marks join.
 */
export function runsOf(nodes: readonly MarkedInline[]): Run[] {
  return trimmed(folded(flattened(nodes, [])))
}

/** The runs without a kind of mark; neighbours that differed in it alone are one. */
export const runsWithout = (runs: readonly Run[], kind: Mark['kind']): Run[] =>
  folded(
    runs.map(run =>
      run.kind === 'break' ? run : { ...run, marks: run.marks.filter(mark => mark.kind !== kind) },
    ),
  )

/** The words of runs; a line break is `\n`. */
export const textOfRuns = (runs: readonly Run[]): string =>
  runs.map(run => (run.kind === 'break' ? '\n' : run.text)).join('')

function flattened(nodes: readonly MarkedInline[], marks: readonly Mark[]): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{ kind: 'text', text: writableText(node.value), marks }]
    if (node.tagName === 'br') return [{ kind: 'break' }]
    if (marks.some(mark => mark.kind === node.tagName)) return flattened(node.children, marks)
    const mark: Mark =
      node.tagName === 'a'
        ? { kind: 'a', href: node.properties.href }
        : node.tagName === 'mark'
          ? { kind: 'mark', ...node.properties }
          : { kind: node.tagName }
    return flattened(node.children, [...marks, mark])
  })
}

const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu
/** Text that HTML and XML files can carry: U+FFFD stands for what they cannot. */
export const writableText = (text: string): string => text.replace(UNWRITABLE, '\uFFFD')

/** Each run of white space as one space; see {@link runsOf} for what counts. */
export const spacesFolded = (text: string): string => text.replace(/[ \t-\r\u0085]+/g, ' ')

function folded(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  let spaceBefore = true
  for (const run of runs) {
    if (run.kind === 'break') {
      result.push(run)
      spaceBefore = true
      continue
    }
    const single = spacesFolded(run.text)
    const text: string = spaceBefore && single.startsWith(' ') ? single.slice(1) : single
    if (text === '') continue
    spaceBefore = text.endsWith(' ')
    // Emphasis on a lone space shows nothing and cannot be written in Markdown.
    const marks = text === ' ' ? run.marks.filter(mark => mark.kind === 'a') : run.marks
    const last = result.at(-1)
    if (last?.kind === 'text' && sameMarks(last.marks, marks)) {
      result[result.length - 1] = { ...last, text: last.text + text }
    } else result.push({ kind: 'text', text, marks })
  }
  return result
}

function trimmed(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  let atLineEnd = true
  for (const run of [...runs].reverse()) {
    if (run.kind === 'break') {
      if (result.length > 0) result.push(run)
      atLineEnd = true
      continue
    }
    const text = atLineEnd ? run.text.replace(/ $/, '') : run.text
    if (text === '') continue
    result.push({ ...run, text })
    atLineEnd = false
  }
  while (result.at(-1)?.kind === 'break') result.pop()
  return result.reverse()
}

export const sameMark = (a: Mark, b: Mark): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'a' || b.kind !== 'a' || a.href === b.href) &&
  (a.kind !== 'mark' || b.kind !== 'mark' || a.index === b.index)

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length &&
  a.every((mark, index) => {
    const other = b[index]
    return other !== undefined && sameMark(mark, other)
  })
