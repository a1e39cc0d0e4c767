import { textOf } from '../../body/text.ts'
import { titleOf } from '../article-title.ts'
import { highlightsInOrder } from '../highlights.ts'
import { bodyToMdast } from '../markdown/block.ts'
import { detailsOf } from '../markdown/section.ts'
import { markdownOf } from '../markdown/serialise.ts'
import { outletsOf } from '../outlets.ts'
import type { ExportEntry } from '../plan.ts'
import { calendarPart, dateInWords, instantInWords, publishedInWords } from '../stated-date.ts'
import { wordsOf } from '../words.ts'
import type { ExportSource } from '../writer.ts'
import { type TemplateData, Written } from './values.ts'

/**
 * What a template can say of an export; README.md lists the names. Plain values but for `markdown`, which is written
 * Markdown already. Of each article `text` and `markdown` are made when they are asked for.
 */
export function templateData(
  source: Pick<ExportSource, 'title' | 'language' | 'createdAt' | 'articles' | 'collections' | 'clippings'>,
  entries: readonly ExportEntry[],
): TemplateData {
  const { title, language, createdAt, clippings } = source
  const words = wordsOf(language)
  return {
    title,
    language,
    count: source.articles,
    created: createdAt,
    created_day: createdAt.slice(0, 10),
    created_words: instantInWords(createdAt, language),
    tags: [...new Set(clippings.flatMap(clipping => clipping.tags))],
    sources: outletsOf(clippings, language).map(({ name, indices }) => ({ name, count: indices.length })),
    articles: entries.map((entry, index) => articleData(entry, index + 1, source)),
    words: {
      articles: words.articles(source.articles),
      author: words.author,
      address: words.address,
      clipped: words.clipped,
      // With the space that follows it.
      colon: new Written(words.colon),
      contents: words.contents,
      date: words.date,
      highlights: words.highlights,
      not_stated: words.notStated,
      note: words.note,
      published: words.published,
      source: words.source,
      sources: words.sourcesIndex,
      title: words.title,
      undated: words.undated,
    },
  }
}

function articleData(
  { clipping, article }: ExportEntry,
  number: number,
  { language, collections }: Pick<ExportSource, 'language' | 'collections'>,
): object {
  const edtf = typeof clipping.published === 'string' ? undefined : clipping.published.edtf
  return {
    number,
    id: clipping.id,
    title: titleOf(clipping, language).text,
    source: clipping.source?.name ?? null,
    sources: clipping.sources.map(({ name }) => name),
    authors: clipping.bylines,
    editors: clipping.editors,
    published: edtf ?? null,
    published_words: edtf === undefined ? null : publishedInWords(clipping.published, language),
    published_day: edtf === undefined ? null : dateInWords(calendarPart(edtf).replace('--', '/'), language),
    details: detailsOf(clipping, language),
    url: clipping.url ?? clipping.source?.url ?? null,
    clipped: clipping.clippedAt,
    clipped_words: instantInWords(clipping.clippedAt, language),
    language: clipping.language,
    tags: clipping.tags,
    collections: clipping.collections.flatMap(id => collections.get(id) ?? []),
    starred: clipping.starred,
    note: stated(clipping.note),
    excerpt: stated(clipping.excerpt),
    highlights: highlightsInOrder(article).map(({ quote, colour, note }) => ({
      text: quote.exact,
      colour,
      note: stated(note),
    })),
    get text() {
      return textOf(article.body)
    },
    get markdown() {
      return new Written(markdownOf(bodyToMdast(article.body, { headingShift: 1 })).trim())
    },
  }
}

const stated = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text
