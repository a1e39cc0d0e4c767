import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { fromAttribute, mdastToFigure, wordsOf } from '../core/export/markdown/figure.ts'
import type { FigureBlock } from '../core/model/body.ts'
import { inlineOf } from './own-inline.ts'

const EMBED = /^!\[\[(?<url>[^\]|]+)(?:\|(?<alt>[^\]]*))?\]\]$/u

/** An embed of Obsidian's in a figure is its picture. */
export function withPicture(node: RootContent): RootContent {
  const first = node.type === 'paragraph' ? node.children[0] : undefined
  if (node.type !== 'paragraph' || first?.type !== 'text' || mdastToFigure(node) === undefined) return node
  const { url, alt } = EMBED.exec(first.value.trim())?.groups ?? {}
  if (url === undefined) return node
  return { ...node, children: [{ type: 'image', url, alt: alt ?? '' }, ...node.children.slice(1)] }
}

interface Credit {
  /** In `<cite>`, or in its attribute where the words do not hold it. */
  readonly name: string
  readonly isAttribute: boolean
  readonly words: string
}

/** The credits of the line that holds them, and the words before, between and behind: one more than there are credits. */
function creditsIn(nodes: readonly PhrasingContent[]): {
  readonly credits: Credit[]
  readonly around: string[]
} {
  const credits: Credit[] = []
  const around = ['']
  let open: { readonly name: string | undefined; words: string } | undefined
  for (const node of nodes) {
    const opening = node.type === 'html' ? /^<cite(?: data-credit="([^"]*)")?>$/u.exec(node.value) : null
    if (opening !== null) open = { name: opening[1], words: '' }
    else if (node.type === 'html' && node.value === '</cite>' && open !== undefined) {
      const { name, words } = open
      credits.push({
        name: name === undefined ? words : fromAttribute(name),
        isAttribute: name !== undefined,
        words,
      })
      around.push('')
      open = undefined
    } else if (open !== undefined) open.words += wordsOf(node)
    else if (node.type !== 'html') around[around.length - 1] += wordsOf(node)
  }
  return { credits, around }
}

/**
 * What stands between two credits, which a blank parts, as the end of one and the beginning of the other: the last word goes
 * to the second, unless its name is in it, because the first of a name is the one that is marked.
 */
function parted(between: string, before: Credit, after: Credit): readonly [end: string, start: string] {
  if (before.isAttribute) return ['', between.slice(1)]
  const { end = between, start = '' } = after.isAttribute
    ? { end: between.slice(0, -1) }
    : (/^(?<end>.*) (?<start>[^ ]* ?)$/su.exec(between)?.groups ?? {})
  return start.includes(after.name) ? [between.slice(0, -1), ''] : [end, start]
}

type Caption = Extract<FigureBlock['children'][number], { tagName: 'figcaption' }>['children']

/** Each credit in its own words: `图源:商务部网站`. */
function citesOf(paragraph: Paragraph): Caption {
  const children = paragraph.children.slice(0, -1)
  const at = children.findIndex(node => node.type === 'html' && node.value.startsWith('<cite'))
  if (at < 0) return []
  const start = children.slice(0, at).findLastIndex(node => node.type === 'break') + 1
  const { credits, around } = creditsIn(children.slice(start))
  let before = around[0] ?? ''
  return credits.map((credit, index) => {
    const next = credits[index + 1]
    const behind = around[index + 1] ?? ''
    const [end, start] = next === undefined ? [behind.replace(/ $/u, ''), ''] : parted(behind, credit, next)
    const words = `${before}${credit.words}${end}`
    before = start
    return {
      type: 'element',
      tagName: 'cite',
      properties: { dataCredit: credit.name },
      children: [{ type: 'text', value: words }],
    }
  })
}

/** The figure that a node stands for, as it was; `pictures` has the SHA-256 of each picture that is at hand, by its address. */
export function figureBlock(
  node: RootContent,
  order: number,
  pictures: ReadonlyMap<string, string>,
): FigureBlock | undefined {
  if (mdastToFigure(node) === undefined) return undefined
  const paragraph = node.type === 'paragraph' ? node : undefined
  const children = paragraph?.children ?? []
  const words = children.find(
    (child, at) => child.type === 'emphasis' && (at === 0 || children[at - 1]?.type === 'break'),
  )
  const image = children.find(child => child.type === 'image')
  const sha256 = image === undefined ? undefined : pictures.get(image.url)
  const caption: Caption = [
    ...(words?.type === 'emphasis' ? inlineOf(words.children) : []),
    ...(paragraph === undefined ? [] : citesOf(paragraph)).filter(
      cite => cite.type !== 'text' && cite.tagName === 'cite' && cite.properties.dataCredit !== '',
    ),
  ]
  return {
    type: 'element',
    tagName: 'figure',
    properties: { dataOrder: order },
    children: [
      ...(image === undefined || sha256 === undefined
        ? []
        : [
            {
              type: 'element' as const,
              tagName: 'img' as const,
              properties: { dataAsset: sha256, alt: image.alt ?? '' },
              children: [],
            },
          ]),
      { type: 'element', tagName: 'figcaption', properties: {}, children: caption },
    ],
  }
}
