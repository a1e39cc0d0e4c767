import { describe, expect, it } from 'vitest'
import { textOf } from '../../electron/core/body/text.ts'
import { articleMarkdown } from '../../electron/core/export/markdown/article.ts'
import { quoteAt } from '../../electron/core/library/reanchor.ts'
import type { Article } from '../../electron/core/model/article.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import type { Highlight } from '../../electron/core/model/highlight.ts'
import { DEFAULT_MARKDOWN, type MarkdownFlavour } from '../../electron/core/model/markdown-layout.ts'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { readMarkdownNote } from '../../electron/formats/markdown-note.ts'
import { readItem } from '../../electron/work/read-item.ts'
import { goldenPages } from '../articles/golden.ts'
import { keptPage } from '../articles/markdown-golden.ts'
import { plainBody } from '../unit/core/export/markdown/read-back.ts'
import { sampleId } from '../unit/core/library/samples.ts'

const NOW = '2026-06-01T00:00:00.123Z'

const exported = (clipping: Clipping, article: Article, flavour: MarkdownFlavour) =>
  articleMarkdown(clipping, article, { language: 'en', layout: { ...DEFAULT_MARKDOWN, flavour } })

async function importedFrom(clipping: Clipping, article: Article, flavour: MarkdownFlavour) {
  const markdown = exported(clipping, article, flavour)
  const file = fileInMemory('exported.md', new TextEncoder().encode(markdown))
  for await (const read of readMarkdownNote(file)) {
    if (!read.ok) throw new Error(read.error.reason)
    const item = readItem(read.value, NOW)
    if (!item.ok) throw new Error(item.error.reason)
    return item.value
  }
  throw new Error('nothing was read')
}

function highlightOn(
  text: string,
  start: number,
  end: number,
  colour: Highlight['colour'],
  note: string | undefined,
): Highlight {
  const [from, to] = [start + (/^\s*/u.exec(text.slice(start))?.[0].length ?? 0), end]
  const exact = text.slice(from, to).trim()
  return {
    id: sampleId(start),
    quote: quoteAt(text, from, from + exact.length),
    position: { start: from, end: from + exact.length },
    colour,
    ...(note !== undefined && { note }),
    madeAt: NOW,
  }
}

describe.each(['commonmark', 'obsidian'] as const)(
  'an article exported for %s and imported again',
  flavour => {
    it.each(['h20-approval', ...goldenPages()])('%s has the same words, fields and pictures', async page => {
      const kept = keptPage(page)
      const clipping = { ...kept.clipping, tags: ['water', '限水 2025'], note: 'Ask the authority.\nAgain.' }
      const text = textOf(kept.article.body)
      const highlights = [
        highlightOn(text, 3, 40, 'green', 'First.\nSecond.'),
        highlightOn(text, 50, 60, 'yellow', undefined),
      ]
      const { extraction, tags, note, clippedAt } = await importedFrom(
        clipping,
        {
          ...kept.article,
          highlights,
        },
        flavour,
      )
      expect(
        extraction.article.highlights?.map(each => [each.quote.exact, each.colour, each.note, each.position]),
      ).toEqual(highlights.map(each => [each.quote.exact, each.colour, each.note, each.position]))
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
        typeof value === 'string' ? value : { edtf: value.edtf, zone: value.zone, evidence: value.evidence }
      expect(dated(published)).toEqual(dated(clipping.published))
      expect({ tags, note, clippedAt }).toEqual({
        tags: clipping.tags,
        note: clipping.note,
        clippedAt: clipping.clippedAt,
      })

      // The next export is the same, but that the file is now the original and what states the date.
      const again = exported(
        { ...clipping, ...extraction.clipping, originals: clipping.originals, clippedAt: clippedAt ?? NOW },
        { ...kept.article, ...extraction.article },
        flavour,
      )
      const before = exported(clipping, { ...kept.article, highlights }, flavour)
      expect(again).toBe(before.replace(/^published-origin: .*$/m, 'published-origin: file'))
    })
  },
)
