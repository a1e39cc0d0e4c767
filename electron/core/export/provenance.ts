import type { Clipping } from '../model/clipping.ts'
import { instantInWords, publishedInWords } from './stated-date.ts'
import { type ExportLanguage, wordsOf } from './words.ts'

export interface ProvenanceRow {
  readonly kind: 'source' | 'author' | 'editor' | 'published' | 'address' | 'clipped' | 'original'
  readonly label: string
  readonly values: readonly string[]
  /** For a date: where it was read from and the words that say so. */
  readonly readFrom?: { readonly origin: string; readonly evidence: string }
}

/**
 * Where an article comes from, as it states itself, in reading order. A row without values is one that the
 * document does not state.
 */
export function provenanceOf(clipping: Clipping, language: ExportLanguage): ProvenanceRow[] {
  const words = wordsOf(language)
  const { published } = clipping
  const stated = typeof published === 'string' ? undefined : published
  const addresses = [clipping.url, ...clipping.sources.map(source => source.url), clipping.source?.url]
  const urls = [...new Set(addresses.filter(url => url !== undefined))]
  const names = clipping.sources.map(source => source.name)
  return [
    {
      kind: 'source',
      label: words.source,
      values: names.length > 0 || clipping.source === undefined ? names : [clipping.source.name],
    },
    { kind: 'author', label: words.author, values: clipping.bylines },
    { kind: 'editor', label: words.editor, values: clipping.editors },
    {
      kind: 'published',
      label: words.published,
      values: stated === undefined ? [] : [publishedInWords(stated, language)],
      ...(stated === undefined
        ? {}
        : { readFrom: { origin: words.origin[stated.origin], evidence: stated.evidence } }),
    },
    {
      kind: 'address',
      label: words.address,
      values: urls,
    },
    { kind: 'clipped', label: words.clipped, values: [instantInWords(clipping.clippedAt, language)] },
    { kind: 'original', label: words.original, values: clipping.originals.map(original => original.sha256) },
  ]
}
