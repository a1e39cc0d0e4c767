import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '../../electron/core/export/markdown/article.ts'
import type { Article } from '../../electron/core/model/article.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { readMarkdownNote } from '../../electron/formats/markdown-note.ts'
import { readItem } from '../../electron/work/read-item.ts'
import { goldenPages } from '../articles/golden.ts'
import { keptPage } from '../articles/markdown-golden.ts'
import { plainBody } from '../unit/core/export/markdown/read-back.ts'

const NOW = '2026-06-01T00:00:00.000Z'

async function importedFrom(clipping: Clipping, article: Article) {
  const markdown = articleMarkdown(clipping, article, { language: 'en' })
  const file = fileInMemory('exported.md', new TextEncoder().encode(markdown))
  for await (const read of readMarkdownNote(file)) {
    if (!read.ok) throw new Error(read.error.reason)
    const item = readItem(read.value, NOW)
    if (!item.ok) throw new Error(item.error.reason)
    return item.value
  }
  throw new Error('nothing was read')
}

describe('an exported article that is imported again', () => {
  it.each(['h20-approval', ...goldenPages()])('%s has the same words, fields and pictures', async page => {
    const kept = keptPage(page)
    const clipping = { ...kept.clipping, tags: ['water', '限水 2025'], note: 'Ask the authority.\nAgain.' }
    const { extraction, tags, note, clippedAt } = await importedFrom(clipping, kept.article)
    expect(plainBody(extraction.article.body)).toEqual(plainBody(kept.article.body))
    expect(extraction.article.figures).toEqual(kept.article.figures)
    const { title, bylines, editors, language, source, sources, published } = extraction.clipping
    expect({ title, bylines, editors, language, source, sources }).toEqual({
      title: clipping.title,
      bylines: clipping.bylines,
      editors: clipping.editors,
      language: clipping.language,
      source: clipping.source,
      sources: clipping.sources,
    })
    const dated = (value: Clipping['published']) =>
      typeof value === 'string' ? value : { edtf: value.edtf, evidence: value.evidence }
    expect(dated(published)).toEqual(dated(clipping.published))
    expect({ tags, note, clippedAt }).toEqual({
      tags: clipping.tags,
      note: clipping.note,
      clippedAt: clipping.clippedAt,
    })
  })
})
