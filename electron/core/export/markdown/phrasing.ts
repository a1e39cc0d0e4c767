import type { PhrasingContent } from 'mdast'
import { type Mark, type MarkedInline, type Run, runsOf, runsWithout, sameMark } from '../inline-runs.ts'

/**
 * An http(s) address in running text. Only ASCII belongs to it, so that Chinese text may follow without a
 * space; marks that end a sentence do not, and no `&` that could be read as a character reference.
 */
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$'()*+,;=%]*[\w\-~/#=%+@$]/g

/** Inline nodes as Markdown phrasing; see {@link runsOf} for what happens to white space. */
export const phrasingOf = (nodes: readonly MarkedInline[]): PhrasingContent[] => phrasingOfRuns(runsOf(nodes))

/** As {@link phrasingOf}, for text that is all emphasised: emphasis in it is dropped. */
export const emphasisedPhrasingOf = (nodes: readonly MarkedInline[]): PhrasingContent[] =>
  phrasingOfRuns(runsWithout(runsOf(nodes), 'em'))

/** Plain text as phrasing: addresses are links, all else is literal. */
export const phrasingOfText = (text: string): PhrasingContent[] => phrasingOf([{ type: 'text', value: text }])

/** As {@link phrasingOf}, on one line: a heading cannot hold a line break, a space stands for it. */
export const oneLinePhrasingOf = (nodes: readonly MarkedInline[]): PhrasingContent[] =>
  phrasingOf(withoutBreaks(nodes))

function withoutBreaks(nodes: readonly MarkedInline[]): MarkedInline[] {
  return nodes.map((node): MarkedInline => {
    if (node.type === 'text') return node
    if (node.tagName === 'br') return { type: 'text', value: ' ' }
    return { ...node, children: withoutBreaks(node.children) } as MarkedInline
  })
}

const phrasingOfRuns = (runs: readonly Run[]): PhrasingContent[] => nested(runs.flatMap(withAddresses), 0)

function withAddresses(run: Run): Run[] {
  if (run.kind === 'break' || run.marks.some(mark => mark.kind === 'a' || mark.kind === 'code')) return [run]
  const pieces: (Run & { readonly kind: 'text' })[] = []
  let from = 0
  for (const match of run.text.matchAll(ADDRESS)) {
    const end = match.index + match[0].length
    if (run.text[end] === '&' || !URL_LIKE.test(match[0])) continue
    const marks: Mark[] = [...run.marks, { kind: 'a', href: match[0] }]
    pieces.push({ ...run, text: run.text.slice(from, match.index) }, { ...run, text: match[0], marks })
    from = end
  }
  pieces.push({ ...run, text: run.text.slice(from) })
  return (
    pieces
      .filter(({ text }) => text !== '')
      // As in runs, a lone space has no mark.
      .map(piece => (piece.text === ' ' ? { ...piece, marks: [] } : piece))
  )
}

const URL_LIKE = /^https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?:[:/?#]|$)/i

/** Groups neighbours that share the mark at `depth` under one node of it. */
function nested(runs: readonly Run[], depth: number): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let index = 0; index < runs.length; ) {
    const run = runs[index]
    if (run === undefined) break
    if (run.kind === 'break') {
      result.push({ type: 'break' })
      index += 1
      continue
    }
    const mark = run.marks[depth]
    if (mark === undefined) {
      result.push({ type: 'text', value: run.text })
      index += 1
      continue
    }
    let end = index + 1
    for (let next = runs[end]; next?.kind === 'text'; next = runs[end]) {
      const other = next.marks[depth]
      if (other === undefined || !sameMark(mark, other)) break
      end += 1
    }
    result.push(...marked(mark, runs.slice(index, end), depth + 1))
    index = end
  }
  return result
}

const referenceOf = (mark: Mark): PhrasingContent[] =>
  mark.kind === 'mark' && mark.reference !== undefined
    ? [{ type: 'footnoteReference', identifier: mark.reference, label: mark.reference }]
    : []

function marked(mark: Mark, runs: readonly Run[], depth: number): PhrasingContent[] {
  switch (mark.kind) {
    case 'em':
      return [{ type: 'emphasis', children: nested(runs, depth) }]
    case 'strong':
      return [{ type: 'strong', children: nested(runs, depth) }]
    case 'a':
      return [{ type: 'link', url: mark.href, children: nested(runs, depth) }]
    case 'code':
      return [
        { type: 'inlineCode', value: runs.map(run => (run.kind === 'text' ? run.text : ' ')).join('') },
        // Code holds no mark; the note belongs behind it.
        ...runs.flatMap(run => (run.kind === 'text' ? run.marks : [])).flatMap(referenceOf),
      ]
    case 'mark':
      return [
        { type: 'html', value: `<mark class="${mark.colour}">` },
        ...nested(runs, depth),
        { type: 'html', value: '</mark>' },
        ...referenceOf(mark),
      ]
    case 'sub':
    case 'sup':
      // Markdown has no mark for these; CommonMark allows the element itself.
      return [
        { type: 'html', value: `<${mark.kind}>` },
        ...nested(runs, depth),
        { type: 'html', value: `</${mark.kind}>` },
      ]
  }
}
