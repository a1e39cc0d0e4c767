import { allMatches } from '../all-matches.ts'
import { blockText, LINE_BREAK, textOf } from '../body/text.ts'
import type { Block, Body } from './body.ts'

/** A place in one block: `order` is the block's place in the source, `at` counts UTF-16 units of its `blockText`. */
export interface BlockPlace {
  readonly order: number
  readonly at: number
}

/** A stretch of one block's `blockText`. */
export interface BlockSpan {
  readonly order: number
  readonly start: number
  readonly end: number
}

/** A stretch that stands in a block as in the text of the body: from `from` in the one, from `at` in the other. */
interface Run {
  readonly order: number
  readonly from: number
  readonly at: number
  readonly length: number
}

const LINE_BREAKS = new RegExp(LINE_BREAK, 'gu')

/** Where the words between line breaks stand in a block, without the white space at its ends. */
function stretchesOf(block: Block): { from: number; length: number }[] {
  const text = blockText(block)
  const stretches: { from: number; length: number }[] = []
  const add = (from: number, to: number) => {
    const words = text.slice(from, to)
    const length = words.trim().length
    if (length > 0) stretches.push({ from: from + words.length - words.trimStart().length, length })
  }
  let from = 0
  for (const { index, 0: lineBreak } of allMatches(text, LINE_BREAKS)) {
    add(from, index)
    from = index + lineBreak.length
  }
  add(from, text.length)
  return stretches
}

/** The runs of a body; in its text one character separates each from the next, in a block or between two. */
function runsOf(body: Body): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const block of body.children)
    for (const { from, length } of stretchesOf(block)) {
      runs.push({ order: block.properties.dataOrder, from, at, length })
      at += length + 1
    }
  return runs
}

/** The parts of a stretch of the body's text (UTF-16 units of `textOf`), one for each block that it runs through. */
export function spansInBlocks(
  body: Body,
  stretches: readonly { readonly start: number; readonly end: number }[],
): BlockSpan[][] {
  const runs = runsOf(body)
  return stretches.map(({ start, end }) => {
    const spans: BlockSpan[] = []
    for (const { order, from, at, length } of runs) {
      const [first, last] = [Math.max(start, at), Math.min(end, at + length)]
      if (first >= last) continue
      const span = { order, start: from + first - at, end: from + last - at }
      const before = spans.at(-1)
      if (before?.order === order) spans[spans.length - 1] = { ...before, end: span.end }
      else spans.push(span)
    }
    return spans
  })
}

/**
 * What lies between two places of a body, in UTF-16 units of its `textOf` and without white space at its ends; undefined
 * where there are no words between them.
 */
export function stretchBetween(
  body: Body,
  from: BlockPlace,
  to: BlockPlace,
): { start: number; end: number } | undefined {
  const runs = runsOf(body)
  const blocks = new Map(body.children.map((block, index) => [block.properties.dataOrder, index]))
  const [fromBlock, toBlock] = [blocks.get(from.order), blocks.get(to.order)]
  if (fromBlock === undefined || toBlock === undefined) return undefined
  let start: number | undefined
  let end: number | undefined
  for (const run of runs) {
    const block = blocks.get(run.order) ?? 0
    const isAfterFrom = block > fromBlock || (block === fromBlock && run.from + run.length > from.at)
    const isBeforeTo = block < toBlock || (block === toBlock && run.from < to.at)
    if (!isAfterFrom || !isBeforeTo) continue
    start ??= run.at + (block === fromBlock ? Math.max(0, from.at - run.from) : 0)
    end = run.at + (block === toBlock ? Math.min(run.length, to.at - run.from) : run.length)
  }
  if (start === undefined || end === undefined || start >= end) return undefined
  const words = textOf(body).slice(start, end)
  const first = start + words.length - words.trimStart().length
  const last = first + words.trim().length
  return first < last ? { start: first, end: last } : undefined
}
