import { figuresOf } from '../../body/figures.ts'
import { insertBlock } from '../../body/place.ts'
import type { SetAside } from '../../model/article.ts'
import type { Body, FigureBlock } from '../../model/body.ts'
import type { Extraction } from '../../model/extraction.ts'
import { figureOf } from './blocks.ts'
import { lastLineOf } from './draft.ts'
import type { Page, Picture } from './page/page.ts'
import { around } from './page/walk.ts'

/** The picture at the head of an article stands so many lines above its first at most: below are byline and date. */
const LEAD_DISTANCE = 8

type Image = Extract<FigureBlock['children'][number], { tagName: 'img' }>

const imageOf = (asset: string, alt: string): Image => ({
  type: 'element',
  tagName: 'img',
  properties: { dataAsset: asset, alt },
  children: [],
})

/** Indexes of the page's lines that begin a block of the body, by their order. */
const linesByOrder = ({ lines }: Page): ReadonlyMap<number, number> =>
  new Map(lines.map(({ order, index }) => [order, index]))

/** The last line of the table that a line is in: pictures of its cells stand among the text as well. */
function endOfTable(page: Page, index: number): number {
  for (const { tag, endLine } of around(page, page.lines[index]?.element ?? -1))
    if (tag === 'table') return endLine - 1
  return index
}

/** The caption of a picture: a figure that has none yet, on the line right after it or right before it. */
function captionOf(
  body: Body,
  picture: Picture,
  lineAt: ReadonlyMap<number, number>,
): FigureBlock | undefined {
  const near = (block: FigureBlock): number =>
    Math.abs((lineAt.get(block.properties.dataOrder) ?? Number.POSITIVE_INFINITY) - picture.beforeLine + 0.5)
  return body.children
    .filter((block): block is FigureBlock => block.tagName === 'figure')
    .filter(block => !block.children.some(({ tagName }) => tagName === 'img') && near(block) < 1)
    .sort((a, b) => near(a) - near(b))[0]
}

/** The words of the markup's own figure around a picture that were set aside because no text stood near them. */
function wordsAround(page: Page, picture: Picture, setAside: readonly SetAside[]): readonly SetAside[] {
  let element = page.elements[picture.element]
  while (element !== undefined && element.tag !== 'figure') element = page.elements[element.parent]
  if (element === undefined) return []
  const orders = new Set(page.lines.slice(element.firstLine, element.endLine).map(({ order }) => order))
  return setAside.filter(({ order }) => orders.has(order))
}

/**
 * The extraction with the pictures that stand among its lines, at its head or above a caption of it, each once.
 * `assetOf` gives the SHA-256 of a picture by its address in the markup; undefined for one that is not there.
 */
export function withPictures(
  extraction: Extraction,
  page: Page,
  assetOf: (address: string) => string | undefined,
): Extraction {
  const lineAt = linesByOrder(page)
  const indexes = extraction.article.body.children.flatMap(
    block => lineAt.get(block.properties.dataOrder) ?? [],
  )
  const first = indexes.reduce((least, index) => Math.min(least, index), Number.POSITIVE_INFINITY)
  const ends = extraction.article.body.children.flatMap(({ tagName, properties }) => {
    const index = lineAt.get(properties.dataOrder)
    return index === undefined ? [] : [tagName === 'table' ? endOfTable(page, index) : index]
  })
  const last = lastLineOf(new Set(ends))
  const shown = new Set<string>()
  let { body, setAside } = extraction.article
  for (const picture of page.pictures) {
    const asset = assetOf(picture.src)
    if (asset === undefined || shown.has(asset)) continue
    const image = imageOf(asset, picture.alt)
    const caption = captionOf(body, picture, lineAt)
    if (caption !== undefined) {
      const captioned: FigureBlock = { ...caption, children: [image, ...caption.children] }
      body = { ...body, children: body.children.map(block => (block === caption ? captioned : block)) }
    } else if (picture.beforeLine >= first - LEAD_DISTANCE && picture.beforeLine <= last + 1) {
      const words = wordsAround(page, picture, setAside)
      const figure = figureOf(
        picture.order,
        words.map(({ text }) => text),
      )
      const children = words.length === 0 ? [image] : [image, ...figure.children]
      body = insertBlock(body, { ...figure, children })
      setAside = setAside.filter(each => !words.includes(each))
    } else continue
    shown.add(asset)
  }
  if (shown.size === 0) return extraction
  return { ...extraction, article: { ...extraction.article, body, setAside, figures: figuresOf(body) } }
}
