import type { BlockContent, Blockquote, Paragraph } from 'mdast'

/** A quotation that GitHub and Obsidian show as a box. Its kind has a line of its own, then the label stands in strong type. */
export function alertOf(kind: string, label: string, paragraphs: readonly BlockContent[]): Blockquote {
  const first: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'html', value: `${kind}\n` },
      { type: 'strong', children: [{ type: 'text', value: label }] },
    ],
  }
  return { type: 'blockquote', children: [first, ...paragraphs] }
}
