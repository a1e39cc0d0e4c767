import { createHash } from 'node:crypto'
import type { ExportEntry, ExportHead, ExportPlan } from '../../../../electron/core/export/plan.ts'
import type { ExportedFile, ExportSource, Piece } from '../../../../electron/core/export/writer.ts'
import { referenceStyle } from '../../../../electron/work/citation-styles.ts'
import { renderTemplate } from '../../../../electron/work/render-template.ts'
import { workbook } from '../../../../electron/work/workbook.ts'
import { ORIGINALS, PICTURES } from './sample-collection.ts'

export const SAMPLE_HEAD: ExportHead = {
  title: '港口与渡轮 Harbour file',
  language: 'en',
  paper: 'A4',
  createdAt: '2025-11-08T01:14:00.000Z',
}

/** What a writer is given, in memory. */
export const sourceOf = (entries: readonly ExportEntry[], head: Partial<ExportHead> = {}): ExportSource => ({
  ...SAMPLE_HEAD,
  ...head,
  articles: entries.length,
  clippings: entries.map(({ clipping }) => clipping),
  collections: new Map(),
  citationStyle: 'gb-t-7714',
  encode: text => Buffer.from(text),
  history: async () => new Map(),
  referenceStyle,
  workbook,
  async render(template, data) {
    const filled = renderTemplate(template, data)
    if (!filled.ok) throw new Error(filled.error.reason)
    return filled.value
  },
  async *entries(first = entries.length) {
    yield* entries.slice(0, first)
  },
  async picture(sha256) {
    const bytes = PICTURES.get(sha256)
    return bytes && { bytes, mediaType: 'image/png' }
  },
  async original(sha256) {
    return ORIGINALS.get(sha256)
  },
  digest: content => createHash('sha256').update(content).digest(),
})

export const sourceOfPlan = ({ entries, chronology: _, ...head }: ExportPlan): ExportSource =>
  sourceOf(entries, head)

/** What a writer writes, as text. */
export async function textOf(pieces: Piece | AsyncIterable<Piece>): Promise<string> {
  if (typeof pieces === 'string' || pieces instanceof Uint8Array)
    return Buffer.from(pieces as string).toString()
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece as string))
  return Buffer.concat(all).toString('utf8')
}

/** What a writer of several files writes, each file whole. */
export async function filesOf(files: AsyncIterable<ExportedFile>): Promise<{ path: string; text: string }[]> {
  const all: { path: string; text: string }[] = []
  for await (const { path, content } of files) all.push({ path, text: await textOf(content) })
  return all
}
