import type { WrittenFormat } from '../model/export-formats.ts'
import type { ExportWriter } from './writer.ts'

/** The writer of each format that needs no browser, loaded when it is first asked for. */
export const EXPORT_WRITERS: { readonly [F in WrittenFormat]: () => Promise<ExportWriter> } = {
  'markdown-file': async () => {
    const { collectionMarkdown, collectionWithPictures } = await import('./markdown/collection.ts')
    return { pieces: collectionMarkdown, withFolder: collectionWithPictures, readings: 2 }
  },
  'markdown-folder': async () => {
    const { markdownFolder } = await import('./markdown/folder.ts')
    return { files: markdownFolder }
  },
  template: async () => {
    const { templateFile } = await import('./template/template-file.ts')
    return { pieces: templateFile }
  },
  html: async () => {
    const { htmlPage } = await import('./html/page.ts')
    return { pieces: htmlPage }
  },
  epub: async () => {
    const { epubBook } = await import('./epub/book.ts')
    return { files: epubBook }
  },
  docx: async () => {
    const { wordDocument } = await import('./docx/document.ts')
    return { files: wordDocument }
  },
  text: async () => {
    const { plainText } = await import('./plain-text.ts')
    return { pieces: plainText }
  },
  citations: async () => {
    const { citationsPage } = await import('./citation/writers.ts')
    return { pieces: citationsPage, readings: 0 }
  },
  'citations-text': async () => {
    const { citationsText } = await import('./citation/writers.ts')
    return { pieces: citationsText, readings: 0 }
  },
  bibtex: async () => {
    const { bibtexPieces } = await import('./citation/writers.ts')
    return { pieces: bibtexPieces, readings: 0 }
  },
  ris: async () => {
    const { risPieces } = await import('./citation/writers.ts')
    return { pieces: risPieces, readings: 0 }
  },
  'csl-json': async () => {
    const { cslJsonPieces } = await import('./citation/writers.ts')
    return { pieces: cslJsonPieces, readings: 0 }
  },
  csv: async () => {
    const { csvPieces } = await import('./data/csv.ts')
    return { pieces: csvPieces }
  },
  xlsx: async () => {
    const { workbookPieces } = await import('./data/workbook.ts')
    return { pieces: workbookPieces }
  },
  json: async () => {
    const { jsonFiles } = await import('./data/json.ts')
    return { files: jsonFiles }
  },
  evidence: async () => {
    const { evidenceFiles } = await import('./evidence/evidence-files.ts')
    return { files: evidenceFiles }
  },
  'evidence-archive': async () => {
    const { evidenceArchive } = await import('./evidence/evidence-files.ts')
    return { files: evidenceArchive }
  },
}
