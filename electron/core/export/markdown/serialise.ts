import type { Root, RootContent } from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown'

/** Where the signs of running text have a meaning. */
export const IN_PHRASING: Pick<Unsafe, 'inConstruct' | 'notInConstruct'> = {
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote'],
}

/**
 * What Obsidian reads as its own syntax on top of CommonMark and GFM: `#tag`, `==highlight==`, `%%comment%%`
 * and `$math$` (only a dollar that could close the formula needs the backslash). `[[link]]` and `^[note]`
 * are covered by CommonMark's own rule for brackets.
 */
const OBSIDIAN: Unsafe[] = [
  { character: '#', before: '(?<=^|\\s)', after: '(?=[^\\s#])', ...IN_PHRASING },
  { character: '=', after: '(?==)', ...IN_PHRASING },
  { character: '%', after: '(?=%)', ...IN_PHRASING },
  { character: '$', before: '(?<=\\S)', after: '(?!\\d)', ...IN_PHRASING },
]

/** The text of a Markdown file: CommonMark, safe for GFM and Obsidian, with one line feed at its end; `more` is a flavour's. */
export function markdownOf(children: RootContent[], more: readonly Options[] = []): string {
  const root: Root = { type: 'root', children }
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    extensions: [
      gfmToMarkdown({ tablePipeAlign: false }),
      frontmatterToMarkdown(['yaml']),
      { unsafe: OBSIDIAN },
      ...more,
    ],
  })
}
