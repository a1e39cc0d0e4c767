import { bodyOf, heading, paragraph } from '../body/build.ts'
import { EXCERPT_LENGTH, excerptOf } from '../body/excerpt.ts'
import { figuresOf } from '../body/figures.ts'
import { blockText, lengthOf } from '../body/text.ts'
import { datesInBody } from '../dates/dates-in-body.ts'
import type { Article, SetAside } from '../model/article.ts'
import type { Block } from '../model/body.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Instant } from '../model/identifiers.ts'
import { extractPasted } from './pipeline.ts'

/** A paragraph of a document whose layout is known: what it is by its size and its place on the pages. */
export interface LaidOutBlock {
  readonly text: string
  readonly role: 'title' | 'heading' | 'text' | 'item' | 'running-head'
  /** Of a heading. */
  readonly level?: 2 | 3 | 4 | undefined
}

export interface LaidOutContext {
  /** Nothing is published later. */
  readonly clippedAt: Instant
  /** A web page printed to paper brings its menus and lists along; in other documents all that is no head or foot is text. */
  readonly isWebPage: boolean
}

const STEP = 'running-heads'

/** A line break in a paragraph would be a paragraph of its own. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * Reads a document whose paragraphs, headings and running heads its layout tells; byline, date and source are read as
 * in pasted text. `order` is the number of the block. Nothing is lost: each block is in the body, backs a field or
 * is set aside.
 */
export function extractLaidOut(blocks: readonly LaidOutBlock[], context: LaidOutContext): Extraction {
  const text = blocks.map(block => (block.role === 'running-head' ? '' : oneLine(block.text))).join('\n')
  const read = extractPasted(text, { clippedAt: context.clippedAt })
  const titleAt = blocks.findIndex(({ role }) => role === 'title')
  const title =
    titleAt >= 0
      ? oneLine(blocks[titleAt]?.text ?? '')
      : isSentence(read.clipping.title)
        ? ''
        : read.clipping.title
  const back = bodyAsLaidOut(read, blocks, { title, titleAt, isWebPage: context.isWebPage })
  const body = bodyOf(back.body)
  return {
    clipping: { ...read.clipping, title, excerpt: excerptOf(body, EXCERPT_LENGTH), length: lengthOf(body) },
    article: {
      ...read.article,
      body,
      figures: figuresOf(body),
      setAside: back.setAside,
      statements:
        titleAt < 0
          ? withoutTitle(read.article.statements, title === '')
          : { ...read.article.statements, title: { origin: 'text', evidence: title, confidence: 0.9 } },
      datesInText: datesInBody(body, read.clipping.published, read.clipping.language),
    },
  }
}

/** Where nothing stands out as a headline, the first paragraph is no headline either. */
const isSentence = (title: string): boolean => title.length > 100 && /[.。!！”"]$/u.test(title)

function withoutTitle(statements: Article['statements'], isNone: boolean): Article['statements'] {
  if (!isNone) return statements
  const { title: _title, ...others } = statements
  return others
}

interface Layout {
  readonly title: string
  readonly titleAt: number
  readonly isWebPage: boolean
}

/** The body with the layout's headings, and what was set aside, by the order of the blocks. */
function bodyAsLaidOut(
  { clipping, article }: Extraction,
  blocks: readonly LaidOutBlock[],
  { title, titleAt, isWebPage }: Layout,
): { body: Block[]; setAside: SetAside[] } {
  const taken = new Map(article.body.children.map(block => [block.properties.dataOrder, block]))
  const setAside = isWebPage ? [...article.setAside.filter(({ order }) => order !== titleAt)] : []
  if (!isWebPage)
    for (const entry of article.setAside)
      for (const [step, words] of entry.text.split('\n').entries())
        taken.set(entry.order + step, paragraph(entry.order + step, words))
  // Another line passed for the title: it goes back to the text.
  const other = blocks.findIndex(({ role, text }) => role === 'text' && oneLine(text) === clipping.title)
  if (other >= 0 && clipping.title !== title && !taken.has(other))
    taken.set(other, paragraph(other, oneLine(blocks[other]?.text ?? '')))
  // Where the layout has headings, a short line that is no larger than the text is none.
  const hasHeadings = blocks.some(({ role }) => role === 'heading')
  const body: Block[] = []
  for (const [order, block] of blocks.entries()) {
    const words = oneLine(block.text)
    const known = taken.get(order)
    if (words === '' || order === titleAt) continue
    if (block.role === 'running-head')
      setAside.push({ id: `head-${order}`, step: STEP, reason: 'furniture', text: words, order })
    else if (known !== undefined && block.role === 'heading' && blockText(known) === words)
      body.push(heading(order, words, `h${block.level ?? 2}`))
    else if (known !== undefined && block.role === 'item' && known.tagName !== 'figure')
      addItem(body, blocks, order, words)
    else if (known !== undefined)
      body.push(hasHeadings && /^h\d$/u.test(known.tagName) ? paragraph(order, blockText(known)) : known)
  }
  return { body, setAside: setAside.toSorted((a, b) => a.order - b.order) }
}

/** Items that follow each other are one list. */
function addItem(body: Block[], blocks: readonly LaidOutBlock[], order: number, words: string): void {
  const item = {
    type: 'element',
    tagName: 'li',
    properties: {},
    children: [{ type: 'text', value: words }],
  } as const
  const last = body.at(-1)
  const follows = last?.tagName === 'ul' && blocks[order - 1]?.role === 'item'
  if (follows) last.children.push({ ...item, children: [...item.children] })
  else
    body.push({
      type: 'element',
      tagName: 'ul',
      properties: { dataOrder: order },
      children: [{ ...item, children: [...item.children] }],
    })
}
