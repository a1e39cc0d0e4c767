import type { Root, RootContent } from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown'

const inPhrasing = {
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote'],
} as const satisfies Partial<Unsafe>

/**
 * What Obsidian reads as its own syntax on top of CommonMark and GFM: `#tag`, `==highlight==`, `%%comment%%`
 * and `$math$` (only a dollar that could close the formula needs the backslash). `[[link]]` and `^[note]`
 * are covered by CommonMark's own rule for brackets.
 */
const OBSIDIAN: Unsafe[] = [
  { character: '#', before: '(?<=^|\\s)', after: '(?=[^\\s#])', ...inPhrasing, inConstruct: 'phrasing' },
  { character: '=', after: '(?==)', ...inPhrasing, inConstruct: 'phrasing' },
  { character: '%', after: '(?=%)', ...inPhrasing, inConstruct: 'phrasing' },
  { character: '$', before: '(?<=\\S)', after: '(?!\\d)', ...inPhrasing, inConstruct: 'phrasing' },
].map(pattern => ({ ...pattern, notInConstruct: [...pattern.notInConstruct] }) as Unsafe)

/** The text of a Markdown file: CommonMark, safe for GFM and Obsidian, with one line feed at its end. */
export function markdownOf(children: RootContent[]): string {
  const root: Root = { type: 'root', children }
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    extensions: [
      gfmToMarkdown({ tablePipeAlign: false }),
      frontmatterToMarkdown(['yaml']),
      { unsafe: OBSIDIAN },
    ],
  })
}
