import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Figure } from '../../model/article.ts'
import type { FigureBlock, Inline } from '../../model/body.ts'
import { runsOf, textOfRuns } from '../inline-runs.ts'
import { emphasisedPhrasingOf } from './phrasing.ts'
import { CELL_BREAK } from './table.ts'

/** Where the exported file finds an asset, or undefined where the picture is not exported. */
export type AssetPath = (sha256: string) => string | undefined

const COMMENT = /^<!-- figure(?: ([0-9a-f]{64}))? -->$/

/**
 * A figure as one paragraph that ends with the comment `<!-- figure -->`, with the asset's SHA-256 after the
 * word where there is one. Its lines: the picture where it is exported, the caption in emphasis, the
 * credit in its own words with the name in `<cite>`:
 *
 *     *王文涛部长会见黄仁勋*\
 *     图源:<cite>商务部网站</cite> <!-- figure -->
 *
 * A body holds no comment of its own, so no paragraph can be taken for a figure, and {@link mdastToFigure}
 * reads it back. A figure with neither picture, caption nor credit is the comment alone.
 */
export function figureToMdast(figure: FigureBlock, assetPath?: AssetPath): RootContent {
  const image = figure.children.find(child => child.tagName === 'img')
  const parts = figure.children.flatMap(child => (child.tagName === 'figcaption' ? child.children : []))
  const captionNodes: Inline[] = []
  const credits: PhrasingContent[] = []
  for (const part of parts) {
    if (part.type === 'text' || part.tagName !== 'cite') captionNodes.push(part)
    else {
      if (credits.length > 0) credits.push({ type: 'text', value: ' ' })
      credits.push(...creditPhrasing(part.properties.dataCredit, wordsIn(part.children)))
    }
  }
  const caption = emphasisedPhrasingOf(captionNodes)
  const url = image === undefined ? undefined : assetPath?.(image.properties.dataAsset)
  const lines: PhrasingContent[][] = []
  if (image !== undefined && url !== undefined) {
    lines.push([{ type: 'image', url, alt: wordsIn([{ type: 'text', value: image.properties.alt }]) }])
  }
  if (caption.length > 0) lines.push([{ type: 'emphasis', children: caption }])
  if (credits.length > 0) lines.push(credits)

  const comment = `<!-- figure${image === undefined ? '' : ` ${image.properties.dataAsset}`} -->`
  if (lines.length === 0) return { type: 'html', value: comment }
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'break' }, ...line],
  )
  return {
    type: 'paragraph',
    children: [...children, { type: 'text', value: ' ' }, { type: 'html', value: comment }],
  }
}

const wordsIn = (nodes: readonly Inline[]): string => textOfRuns(runsOf(nodes))

/** The name stands in `<cite>`; where the words do not hold it, they do, and it is the element's attribute. */
function creditPhrasing(credit: string, words: string): PhrasingContent[] {
  const name = wordsIn([{ type: 'text', value: credit }])
  const at = words.indexOf(name)
  const inside = at >= 0 && name !== ''
  const open = inside ? '<cite>' : `<cite data-credit="${attribute(name)}">`
  return [
    { type: 'text', value: inside ? words.slice(0, at) : '' },
    { type: 'html', value: open },
    { type: 'text', value: inside ? name : words },
    { type: 'html', value: '</cite>' },
    { type: 'text', value: inside ? words.slice(at + name.length) : '' },
  ]
}

const ENTITIES = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' } as const
const attribute = (text: string): string =>
  text.replace(/[&"<>]/g, character => ENTITIES[character as keyof typeof ENTITIES])
/** What {@link figureToMdast} wrote as the value of an attribute. */
export const fromAttribute = (text: string): string =>
  Object.entries(ENTITIES).reduceRight(
    (value, [character, entity]) => value.replaceAll(entity, character),
    text,
  )

/** The figure that a node of an exported file stands for; undefined for any other node. */
export function mdastToFigure(node: Nodes): Figure | undefined {
  if (node.type === 'html') {
    const match = COMMENT.exec(node.value)
    return match === null ? undefined : figureOf(null, null, match[1])
  }
  if (node.type !== 'paragraph') return undefined
  const last = node.children.at(-1)
  const match = last?.type === 'html' ? COMMENT.exec(last.value) : null
  if (match === null) return undefined
  const caption = node.children.find((child, index) => child.type === 'emphasis' && startsLine(node, index))
  return figureOf(caption === undefined ? null : wordsOf(caption), creditIn(node), match[1])
}

const figureOf = (caption: string | null, credit: string | null, asset: string | undefined): Figure =>
  asset === undefined ? { caption, credit } : { caption, credit, asset }

const startsLine = (paragraph: Paragraph, index: number): boolean =>
  index === 0 || paragraph.children[index - 1]?.type === 'break'

function creditIn(paragraph: Paragraph): string | null {
  const names: string[] = []
  let open: { name: string | undefined; words: string } | undefined
  for (const child of paragraph.children) {
    const opening = child.type === 'html' ? /^<cite(?: data-credit="([^"]*)")?>$/.exec(child.value) : null
    if (opening !== null) open = { name: opening[1], words: '' }
    else if (open !== undefined && child.type === 'html') {
      names.push(open.name === undefined ? open.words : fromAttribute(open.name))
      open = undefined
    } else if (open !== undefined) open.words += wordsOf(child)
  }
  return names.length === 0 ? null : names.join(', ')
}

/** The words of a node as a reader sees them: elements are not words, a break is `\n`. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break' || (node.type === 'html' && node.value === CELL_BREAK)) return '\n'
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
