import { figure } from '../../body/build.ts'
import type { Block, FigureBlock, Inline } from '../../model/body.ts'
import { pictureCreditIn } from '../picture-credit.ts'
import type { HtmlDraft } from './draft.ts'
import { inlinesOf, type Resolve } from './inlines.ts'
import type { Page, PageLine } from './page/page.ts'
import { type PreformattedOf, preformattedIn, setWords } from './preformatted.ts'
import { tableBlock } from './table-block.ts'

const HEADINGS: Readonly<Record<string, 'h2' | 'h3' | 'h4'>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
}

type Shape =
  | { readonly kind: 'p' }
  | { readonly kind: 'heading'; readonly tagName: 'h2' | 'h3' | 'h4' }
  | { readonly kind: 'list'; readonly tagName: 'ul' | 'ol'; readonly list: number; readonly item: number }
  | { readonly kind: 'quote'; readonly quote: number }
  | { readonly kind: 'figure'; readonly figure: number }
  | { readonly kind: 'pre'; readonly pre: number }

/** What the elements around a line make of it; the innermost that says something decides. */
function shapeOf({ elements }: Page, line: PageLine, preformattedOf: PreformattedOf): Shape {
  const pre = preformattedOf(line)
  if (pre !== undefined) return { kind: 'pre', pre }
  let item = -1
  for (let at = line.element; at >= 0; at = elements[at]?.parent ?? -1) {
    const element = elements[at]
    if (element === undefined) break
    const heading = HEADINGS[element.tag]
    if (heading !== undefined) return { kind: 'heading', tagName: heading }
    if (element.tag === 'li' && item === -1) item = at
    if ((element.tag === 'ul' || element.tag === 'ol') && item !== -1)
      return { kind: 'list', tagName: element.tag, list: at, item }
    if (element.tag === 'blockquote') return { kind: 'quote', quote: at }
  }
  return { kind: 'p' }
}

const newline: Inline = { type: 'element', tagName: 'br', properties: {}, children: [] }

/** The blocks of the article's lines: items of one list, paragraphs of one quote and cells of one table are one block. */
export function blocksOf({ page, body, captions, tables }: HtmlDraft, resolve: Resolve): Block[] {
  const blocks: Block[] = []
  const preformattedOf = preformattedIn(page)
  const shown = new Set<number>()
  let figureWords: readonly string[] = []
  let last: { shape: Shape; block: Block } | undefined
  for (const line of page.lines) {
    if (!body.has(line.index)) continue
    const table = tables.get(line.index)
    if (table !== undefined) {
      if (!shown.has(table.element)) blocks.push(tableBlock(page, table, line.order, resolve))
      shown.add(table.element)
      last = undefined
      continue
    }
    const key = captions.get(line.index)
    if (key !== undefined) {
      const isSame = last?.shape.kind === 'figure' && last.shape.figure === key
      const words = isSame ? [...figureWords, line.raw] : [line.raw]
      const order = isSame ? last?.block.properties.dataOrder : undefined
      if (isSame) blocks.pop()
      figureWords = words
      const block = figureOf(order ?? line.order, words)
      blocks.push(block)
      last = { shape: { kind: 'figure', figure: key }, block }
      continue
    }
    const shape = shapeOf(page, line, preformattedOf)
    const children = shape.kind === 'pre' ? setWords(page, line, resolve) : inlinesOf(page, line, resolve)
    const properties = { dataOrder: line.order }
    if (
      last?.shape.kind === 'list' &&
      shape.kind === 'list' &&
      (last.block.tagName === 'ul' || last.block.tagName === 'ol')
    ) {
      if (last.shape.list === shape.list && last.shape.item !== shape.item) {
        last.block.children.push({ type: 'element', tagName: 'li', properties: {}, children })
        last = { shape, block: last.block }
        continue
      }
      if (last.shape.item === shape.item) {
        last.block.children.at(-1)?.children.push(newline, ...children)
        continue
      }
    }
    if (
      last?.shape.kind === 'quote' &&
      shape.kind === 'quote' &&
      last.block.tagName === 'blockquote' &&
      last.shape.quote === shape.quote
    ) {
      last.block.children.push({ type: 'element', tagName: 'p', properties: {}, children })
      continue
    }
    if (last?.shape.kind === 'pre' && shape.kind === 'pre' && last.shape.pre === shape.pre) {
      if (last.block.tagName === 'pre') last.block.children.push({ type: 'text', value: '\n' }, ...children)
      continue
    }
    const block = blockOf(shape, properties, children)
    blocks.push(block)
    last = { shape, block }
  }
  return blocks
}

function blockOf(shape: Shape, properties: { dataOrder: number }, children: Inline[]): Block {
  switch (shape.kind) {
    case 'heading':
      return { type: 'element', tagName: shape.tagName, properties, children }
    case 'list':
      return {
        type: 'element',
        tagName: shape.tagName,
        properties,
        children: [{ type: 'element', tagName: 'li', properties: {}, children }],
      }
    case 'quote':
      return {
        type: 'element',
        tagName: 'blockquote',
        properties,
        children: [{ type: 'element', tagName: 'p', properties: {}, children }],
      }
    case 'pre':
      return { type: 'element', tagName: 'pre', properties, children }
    case 'figure':
    case 'p':
      return { type: 'element', tagName: 'p', properties, children }
  }
}

/** A figure of its lines: those that are a credit, or end with one, give it; the others are the caption. */
export function figureOf(order: number, words: readonly string[]): FigureBlock {
  let credit: { creditText: string; credit: string } | undefined
  const caption: string[] = []
  for (const line of words) {
    const found = credit === undefined ? pictureCreditIn(line) : undefined
    if (found === undefined) caption.push(line)
    else {
      credit = found
      if (found.caption !== null) caption.push(found.caption)
    }
  }
  return figure(order, { caption: caption.join(' '), ...(credit ?? {}) })
}
