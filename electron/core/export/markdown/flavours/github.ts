import type { BlockContent, RootContent } from 'mdast'
import { alertOf } from '../alert.ts'
import type { Flavour } from '../flavour.ts'
import { commonmark, flatFolder } from './commonmark.ts'

/**
 * GitHub's: notes are alerts (docs.github.com, "Basic writing and formatting syntax"), and a folder's list of contents is
 * the file that GitHub shows for a folder. Tables and footnotes are GFM's in every flavour.
 */
export const github: Flavour = {
  ...commonmark,
  note: (paragraphs, label) => [alertOf('[!NOTE]', label, paragraphs as BlockContent[]) as RootContent],
  folder: source => flatFolder('README.md', source),
}
