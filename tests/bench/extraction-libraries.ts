import { Readability } from '@mozilla/readability'
import Defuddle from 'defuddle'
import { parseHTML } from 'linkedom/worker'
import { linesOf } from '../../electron/core/body/text.ts'
import { readPage } from '../../electron/core/extract/html/page/read-page.ts'
import { extractHtml } from '../../electron/core/extract/html/pipeline.ts'
import { dateIn } from '../../electron/core/extract/metadata/date-values.ts'
import type { Extraction } from '../../electron/core/model/extraction.ts'
import type { HtmlFile } from '../../electron/formats/html.ts'
import { htmlTools } from '../../electron/formats/html-tools.ts'

/** What an extractor says of a page; `extraction` is all of it, where the extractor is ours. */
export interface Reading {
  readonly body: string
  readonly title: string
  readonly authors: readonly string[]
  readonly date: string | undefined
  readonly extraction?: Extraction
}

export type Reader = (file: HtmlFile) => Reading

const CLIPPED_AT = '2026-11-23T00:00:00.000Z'

/** Markup one block a line, as a browser shows it. */
const textOf = (markup: string): string =>
  readPage(markup)
    .lines.map(line => line.text)
    .join('\n')

const namesOf = (byline: string | null | undefined): string[] =>
  (byline ?? '')
    .replace(/^\s*by\s+/iu, '')
    .split(/\s*[,;、]\s*|\s+(?:and|&)\s+/u)
    .filter(name => name !== '')

const dayOf = (date: string | null | undefined): string | undefined => dateIn(date ?? '', 'en')?.edtf

/** Captions are words of pictures: they are listed with the figures, and not of the running text. */
const ours: Reader = file => {
  const extraction = extractHtml(file, { clippedAt: CLIPPED_AT, tools: htmlTools })
  const { clipping, article } = extraction
  const running = article.body.children.filter(block => block.tagName !== 'figure')
  return {
    body: linesOf({ ...article.body, children: running }).join('\n'),
    title: clipping.title,
    authors: clipping.bylines,
    date: typeof clipping.published === 'string' ? undefined : clipping.published.edtf,
    extraction,
  }
}

const readability: Reader = ({ html }) => {
  const article = new Readability(parseHTML(html).document).parse()
  return {
    body: textOf(article?.content ?? ''),
    title: article?.title ?? '',
    authors: namesOf(article?.byline),
    date: dayOf(article?.publishedTime),
  }
}

const defuddle: Reader = ({ html, savedFrom }) => {
  const { document } = parseHTML(html)
  const read = new Defuddle(document, { url: savedFrom ?? 'https://page.invalid/', useAsync: false }).parse()
  return {
    body: textOf(read.content),
    title: read.title,
    authors: namesOf(read.author),
    date: dayOf(read.published),
  }
}

export const READERS: Readonly<Record<string, Reader>> = { ours, readability, defuddle }
