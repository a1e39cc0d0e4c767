import type { Block, Body, FigureBlock, Inline } from '../model/body.ts'

type Caption = Extract<FigureBlock['children'][number], { tagName: 'figcaption' }>

const text = (value: string): Inline => ({ type: 'text', value })

/** A body of the given blocks, in the given order. */
export const bodyOf = (blocks: Block[]): Body => ({ type: 'root', children: blocks })

export const paragraph = (order: number, words: string): Block => ({
  type: 'element',
  tagName: 'p',
  properties: { dataOrder: order },
  children: [text(words)],
})

export const heading = (order: number, words: string, tagName: 'h2' | 'h3' | 'h4' = 'h2'): Block => ({
  type: 'element',
  tagName,
  properties: { dataOrder: order },
  children: [text(words)],
})

/** What a figure says: `creditText` in the document's words ("图源:商务部网站"), `credit` the name in them. */
export interface FigureWords {
  readonly caption: string | null
  readonly creditText?: string
  readonly credit?: string
}

/** A figure without its picture. A credit needs both its words and its name; without a name it is caption text. */
export function figure(order: number, { caption, creditText, credit }: FigureWords): FigureBlock {
  const children: Caption['children'] = []
  if (caption !== null && caption !== '') children.push(text(caption))
  if (credit !== undefined && credit !== '') {
    children.push({
      type: 'element',
      tagName: 'cite',
      properties: { dataCredit: credit },
      children: [{ type: 'text', value: creditText ?? credit }],
    })
  } else if (creditText !== undefined && creditText !== '') children.push(text(creditText))
  const figcaption: Caption = { type: 'element', tagName: 'figcaption', properties: {}, children }
  return { type: 'element', tagName: 'figure', properties: { dataOrder: order }, children: [figcaption] }
}
