import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Measure } from '../../measure.ts'

export type TextNode = DefaultTreeAdapterTypes.TextNode

/** An element of the page that is shown; indexes are those of `Page.elements`, in document order. */
export interface PageElement {
  readonly index: number
  readonly tag: string
  /** -1 for the outermost. */
  readonly parent: number
  readonly depth: number
  readonly attributes: ReadonlyMap<string, string>
  /** Class, id and the like, lower case: what the page calls this part of itself. */
  readonly hints: string
  /** The element's lines are `lines[firstLine]` up to, not including, `lines[endLine]`. */
  readonly firstLine: number
  readonly endLine: number
}

/** Words of one text node, white space folded, and the element that holds them. */
export interface Segment {
  readonly text: string
  readonly element: number
  /** The words before it end with a line break. */
  readonly afterBreak: boolean
}

/** A run of text that a browser shows as one line or paragraph. */
export interface PageLine {
  /** Its index in `Page.lines`. */
  readonly index: number
  /** Place among the lines and pictures of the page. */
  readonly order: number
  /** The innermost block element that holds it. */
  readonly element: number
  readonly raw: string
  /** The words for reading: plain spaces, no invisible characters. */
  readonly text: string
  readonly segments: readonly Segment[]
  /** Share of its characters that are links, 0 to 1. */
  readonly linked: number
  readonly measure: Measure
  /** The page's own markup hides it. */
  readonly isHidden: boolean
}

export interface Picture {
  readonly order: number
  readonly element: number
  readonly src: string
  readonly alt: string
  /** Index of the first line after it. */
  readonly beforeLine: number
}

/** A page as plain values: what is shown, in document order, and what its head states. */
export interface Page {
  readonly elements: readonly PageElement[]
  readonly lines: readonly PageLine[]
  readonly pictures: readonly Picture[]
  /** Which line holds a text node of the tree. */
  readonly lineOf: ReadonlyMap<TextNode, number>
  readonly document: DefaultTreeAdapterTypes.Document
}
