import { z } from 'zod'

/** Whose Markdown is written: what each program reads beyond CommonMark, and what it would take a text for. */
export const MARKDOWN_FLAVOURS = ['commonmark', 'github', 'obsidian', 'logseq', 'hugo'] as const

/** Pictures as files of their own, as `data:` in the text, or none. */
export const MARKDOWN_PICTURES = ['beside', 'embedded', 'none'] as const

/** Highlights as a list behind the article, as quotations there, or marked in the text, their notes as footnotes. */
export const MARKDOWN_HIGHLIGHTS = ['list', 'quotes', 'footnotes'] as const

export const markdownLayoutSchema = z.object({
  flavour: z.enum(MARKDOWN_FLAVOURS),
  pictures: z.enum(MARKDOWN_PICTURES),
  highlights: z.enum(MARKDOWN_HIGHLIGHTS),
  /** Whether a folder has the original files too. */
  originals: z.boolean(),
})

export type MarkdownLayout = z.infer<typeof markdownLayoutSchema>
export type MarkdownFlavour = MarkdownLayout['flavour']

export const DEFAULT_MARKDOWN: MarkdownLayout = {
  flavour: 'commonmark',
  pictures: 'beside',
  highlights: 'list',
  originals: false,
}

/** Where the pictures of one file alone can be: Hugo finds pictures beside a page only in a folder that is the page's own. */
export const filePictures = (flavour: MarkdownFlavour): readonly MarkdownLayout['pictures'][] =>
  MARKDOWN_PICTURES.filter(each => each !== 'beside' || flavour !== 'hugo')
