import { figuresOf } from '../../../../electron/core/body/figures.ts'
import type { Article } from '../../../../electron/core/model/article.ts'
import type {
  Block,
  Body,
  FigureBlock,
  Inline,
  TableBlock,
  TableRow,
} from '../../../../electron/core/model/body.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'

const ID = '01981f00-0000-7000-8000-000000000001'

/** A clipping with every field that exports read; `changes` replaces some. */
export const clippingWith = (changes: Partial<Clipping> = {}): Clipping => ({
  id: ID,
  title: '王文涛部长会见黄仁勋',
  bylines: ['创始人'],
  source: { name: '央视新闻', url: 'https://news.example/a?b=1' },
  sources: [{ name: '央视新闻', url: 'https://news.example/a?b=1' }, { name: '商务部网站' }],
  reportedBy: [],
  editors: ['刘锦平'],
  language: 'zh-Hans',
  published: {
    edtf: '2025-07-19T00:09:16+08:00',
    zone: 'assumed',
    origin: 'text',
    evidence: '2025-07-19 00:09:16',
    confidence: 0.9,
  },
  clippedAt: '2025-11-08T01:14:00.000Z',
  updatedAt: '2025-11-08T01:14:00.000Z',
  originals: [{ sha256: 'a'.repeat(64), mediaType: 'text/plain', byteLength: 8115, name: 'paste.txt' }],
  tags: ['公司/英伟达', '出口管制'],
  collections: [],
  starred: false,
  excerpt: '',
  length: 0,
  articleRevision: 1,
  ...changes,
})

export const articleWith = (children: Block[]): Article => {
  const body: Body = { type: 'root', children }
  return {
    id: ID,
    revision: 1,
    body,
    figures: figuresOf(body),
    setAside: [],
    statements: {},
    datesInText: [],
    extractorVersion: 1,
  }
}

export const text = (value: string): Inline => ({ type: 'text', value })
export const inline = (
  tagName: 'em' | 'strong' | 'sub' | 'sup' | 'code' | 'br',
  ...children: Inline[]
): Inline => ({ type: 'element', tagName, properties: {}, children })
export const link = (href: string, ...children: Inline[]): Inline => ({
  type: 'element',
  tagName: 'a',
  properties: { href },
  children,
})
export const block = (tagName: 'p' | 'h2' | 'h3' | 'h4', ...children: Inline[]): Block =>
  ({ type: 'element', tagName, properties: { dataOrder: 0 }, children }) as Block
export const list = (tagName: 'ul' | 'ol', ...items: Inline[][]): Block => ({
  type: 'element',
  tagName,
  properties: { dataOrder: 0 },
  children: items.map(children => ({ type: 'element', tagName: 'li', properties: {}, children })),
})
export const quote = (...paragraphs: Inline[][]): Block => ({
  type: 'element',
  tagName: 'blockquote',
  properties: { dataOrder: 0 },
  children: paragraphs.map(children => ({ type: 'element', tagName: 'p', properties: {}, children })),
})

export const pre = (...children: Inline[]): Block => ({
  type: 'element',
  tagName: 'pre',
  properties: { dataOrder: 0 },
  children,
})

type Cell = TableRow['children'][number]
export interface Reach {
  readonly colSpan?: number
  readonly rowSpan?: number
}
export const td = (children: Inline[], reach: Reach = {}): Cell => ({
  type: 'element',
  tagName: 'td',
  properties: reach,
  children,
})
export const th = (
  scope: 'col' | 'row' | 'colgroup' | 'rowgroup',
  children: Inline[],
  reach: Reach = {},
): Cell => ({ type: 'element', tagName: 'th', properties: { scope, ...reach }, children })
const row = (children: Cell[]): TableRow => ({ type: 'element', tagName: 'tr', properties: {}, children })

interface TableParts {
  readonly caption?: Inline[]
  readonly head?: Cell[][]
  readonly body?: Cell[][]
}
export const table = ({ caption, head = [], body = [] }: TableParts): TableBlock => ({
  type: 'element',
  tagName: 'table',
  properties: { dataOrder: 0 },
  children: [
    ...(caption === undefined
      ? []
      : [{ type: 'element' as const, tagName: 'caption' as const, properties: {}, children: caption }]),
    ...(head.length === 0
      ? []
      : [{ type: 'element' as const, tagName: 'thead' as const, properties: {}, children: head.map(row) }]),
    ...(body.length === 0
      ? []
      : [{ type: 'element' as const, tagName: 'tbody' as const, properties: {}, children: body.map(row) }]),
  ],
})

interface FigureParts {
  readonly caption?: Inline[]
  readonly credit?: { readonly words: string; readonly name: string }
  readonly asset?: string
}
export const figure = ({ caption = [], credit, asset }: FigureParts): FigureBlock => ({
  type: 'element',
  tagName: 'figure',
  properties: { dataOrder: 0 },
  children: [
    ...(asset === undefined
      ? []
      : [
          {
            type: 'element' as const,
            tagName: 'img' as const,
            properties: { dataAsset: asset, alt: 'A [photo]' },
            children: [],
          },
        ]),
    {
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [
        ...caption,
        ...(credit === undefined
          ? []
          : [
              {
                type: 'element' as const,
                tagName: 'cite' as const,
                properties: { dataCredit: credit.name },
                children: [{ type: 'text' as const, value: credit.words }],
              },
            ]),
      ],
    },
  ],
})
