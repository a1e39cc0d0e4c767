import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm)

/**
 * The HTML of Markdown (CommonMark and GitHub's tables, strikethrough, task lists and footnotes), with the HTML that stands in
 * it. Nothing of it is trusted: it is read as any page is.
 */
export const htmlOfMarkdown = (markdown: string): string =>
  toHtml(toHast(parser.parse(markdown), { allowDangerousHtml: true }), { allowDangerousHtml: true })
