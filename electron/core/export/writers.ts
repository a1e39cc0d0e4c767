import type { WrittenFormat } from '../model/export-formats.ts'
import type { ExportWriter } from './writer.ts'

/** The writer of each format that needs no browser, loaded when it is first asked for. */
export const EXPORT_WRITERS: { readonly [F in WrittenFormat]: () => Promise<ExportWriter> } = {
  'markdown-file': async () => {
    const { collectionMarkdown } = await import('./markdown/collection.ts')
    return { pieces: collectionMarkdown, readings: 2 }
  },
  'markdown-folder': async () => {
    const { markdownFolder } = await import('./markdown/folder.ts')
    return { files: markdownFolder }
  },
  text: async () => {
    const { plainText } = await import('./plain-text.ts')
    return { pieces: plainText }
  },
}
