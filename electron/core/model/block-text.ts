/** A node of a block's syntax tree, whatever has been wrapped in it. */
export interface TreeNode {
  readonly type: string
  readonly value?: string
  readonly tagName?: string
  readonly children?: readonly TreeNode[]
}

/** What is read by itself. What separates it from what stands before is one character. */
const PARTS = new Set(['li', 'caption', 'td', 'th', 'cite'])

const isPart = (node: TreeNode, parent: TreeNode): boolean =>
  PARTS.has(node.tagName ?? '') || (node.tagName === 'p' && parent.tagName === 'blockquote')

function separatorOf(node: TreeNode, parent: TreeNode): string {
  if (node.tagName === 'cite') return ' '
  const isNextCell = node.tagName !== 'caption' && parent.tagName === 'tr' && parent.children?.[0] !== node
  return isNextCell ? '\t' : '\n'
}

/**
 * Goes through a block and says of each of its texts where it stands in the words of the block, as core's `blockText`
 * has them: with what separates rows, cells, items and lines, which is in no text.
 */
export class BlockPlaces {
  /** The words so far. */
  words = ''
  #isBegun = false

  /** To be called before what is in an element. */
  enter(node: TreeNode, parent: TreeNode): void {
    if (node.tagName === 'br') this.words += '\n'
    if (!isPart(node, parent)) return
    if (this.#isBegun) this.words += separatorOf(node, parent)
    this.#isBegun = true
  }

  /** Where a text begins. */
  place(text: string): number {
    const start = this.words.length
    this.words += text
    if (text.trim() !== '') this.#isBegun = true
    return start
  }
}

function visited(block: TreeNode): { words: string; texts: { place: number; length: number }[] } {
  const places = new BlockPlaces()
  const texts: { place: number; length: number }[] = []
  const visit = (node: TreeNode): void => {
    for (const child of node.children ?? []) {
      if (child.value !== undefined)
        texts.push({ place: places.place(child.value), length: child.value.length })
      places.enter(child, node)
      visit(child)
    }
  }
  visit(block)
  return { words: places.words, texts }
}

/** The words of a block. */
export const wordsOfBlock = (block: TreeNode): string => visited(block).words

/** Where each text of a block stands in its words, in order. */
export const placesOfTexts = (
  block: TreeNode,
): readonly { readonly place: number; readonly length: number }[] => visited(block).texts
