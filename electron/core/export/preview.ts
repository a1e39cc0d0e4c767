import type { FormatFacts } from '../model/export-formats.ts'
import { fileNameOf } from './file-name.ts'
import { detailsOf } from './markdown/section.ts'
import { wordsOf } from './words.ts'
import type { ExportSource, ExportWriter, Piece } from './writer.ts'

/** How much of an export is shown before it is written; UTF-16 units. */
export const PREVIEW_LENGTH = 20_000

/** So many of the clippings are listed: more than anyone looks through before exporting. */
export const MOST_LISTED = 300

/** Articles that a preview has the text of: enough to fill it. */
const FIRST = 20

export interface ExportPreview {
  readonly articles: number
  /** The beginning of what will be written; empty for a format that is no text. */
  readonly text: string
  readonly truncated: boolean
  readonly contents: { readonly title: string; readonly detail: string }[]
}

/**
 * What an export will hold: its contents in order, and where the format is text the beginning of what its writer
 * writes, cut at the end of a line. A folder shows its files one after the other.
 */
export async function previewOf(
  source: ExportSource,
  format: Pick<FormatFacts, 'preview'>,
  writer?: ExportWriter,
): Promise<ExportPreview> {
  const { language, articles, clippings } = source
  const text = format.preview === 'text' && writer !== undefined ? await beginningOf(writer, source) : ''
  const cut = text.length > PREVIEW_LENGTH ? text.lastIndexOf('\n', PREVIEW_LENGTH) + 1 : text.length
  const shown = format.preview === 'text' ? Math.min(FIRST, clippings.length) : clippings.length
  return {
    articles,
    text: text.slice(0, cut > 0 ? cut : PREVIEW_LENGTH),
    truncated: text.length > PREVIEW_LENGTH || shown < articles,
    contents: clippings.map(clipping => ({
      title: clipping.title.trim() === '' ? wordsOf(language).untitled : clipping.title,
      detail: detailsOf(clipping, language),
    })),
  }
}

async function beginningOf(writer: ExportWriter, source: ExportSource): Promise<string> {
  let text = ''
  const add = (piece: Piece) => {
    if (typeof piece === 'string') text += piece
  }
  const names = { file: 'file', folder: `${fileNameOf(source.title, 'Cuttings')} files` }
  const files = 'files' in writer ? writer.files(source, FIRST) : writer.withFolder?.(source, names, FIRST)
  if ('pieces' in writer && files === undefined) {
    for await (const piece of writer.pieces(source, FIRST)) {
      add(piece)
      if (text.length > PREVIEW_LENGTH) break
    }
    return text
  }
  for await (const { content } of files ?? []) {
    if (content instanceof Uint8Array) continue
    if (text !== '') text += '\n'
    if (typeof content === 'string') add(content)
    else for await (const piece of content) add(piece)
    if (text.length > PREVIEW_LENGTH) break
  }
  return text
}
