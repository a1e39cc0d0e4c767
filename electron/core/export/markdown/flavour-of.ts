import { DEFAULT_MARKDOWN, type MarkdownFlavour, type MarkdownLayout } from '../../model/markdown-layout.ts'
import type { Flavour } from './flavour.ts'
import { commonmark } from './flavours/commonmark.ts'
import { github } from './flavours/github.ts'
import { hugo } from './flavours/hugo.ts'
import { logseq } from './flavours/logseq.ts'
import { obsidian } from './flavours/obsidian.ts'

const FLAVOURS: Readonly<Record<MarkdownFlavour, Flavour>> = { commonmark, github, obsidian, logseq, hugo }

export const flavourOf = (layout: MarkdownLayout | undefined): Flavour =>
  FLAVOURS[(layout ?? DEFAULT_MARKDOWN).flavour]
