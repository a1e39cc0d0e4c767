import { edtfSchema } from '../model/edtf.ts'
import type { Extraction } from '../model/extraction.ts'
import type { StatedByFile } from '../model/import-item.ts'
import type { Statement } from '../model/stated.ts'

/** The file's own fields are its author's or its service's word, not a reading of the text. */
const fromFile = (evidence: string): Statement => ({ origin: 'file', evidence, confidence: 1 })

/** Who made a file is often who wrote the text, and not always. */
const MADE = 0.3

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.replace(/\s+/gu, ' ').trim()
  return trimmed === '' ? undefined : trimmed
}

/** The extraction with what the file states in the place of what was read from the text. */
export function withStated(extraction: Extraction, stated: StatedByFile): Extraction {
  const clipping = { ...extraction.clipping }
  const statements = { ...extraction.article.statements }
  const title = filled(stated.title)
  if (title !== undefined) {
    clipping.title = title
    statements.title = fromFile(title)
  }
  const bylines = (stated.bylines ?? []).flatMap(name => filled(name) ?? [])
  if (bylines.length > 0) {
    clipping.bylines = bylines
    statements.bylines = fromFile(bylines.join('; '))
  }
  const maker = filled(stated.madeBy)
  if (maker !== undefined && clipping.bylines.length === 0) {
    clipping.bylines = [maker]
    statements.bylines = { ...fromFile(maker), confidence: MADE }
  }
  const source = filled(stated.source)
  if (source !== undefined) {
    const others = clipping.sources.filter(({ name }) => name !== source)
    clipping.source = { name: source }
    clipping.sources = [{ name: source }, ...others]
    statements.sources = fromFile(source)
  }
  const { published, language } = stated
  if (published !== undefined && edtfSchema.safeParse(published.edtf).success) {
    const { edtf, evidence, zone } = published
    clipping.published = { edtf, ...(zone !== undefined && { zone }), ...fromFile(evidence) }
    statements.published = fromFile(published.evidence)
  }
  if (language !== undefined && language.length >= 2) {
    clipping.language = language
    statements.language = fromFile(language)
  }
  return { clipping, article: { ...extraction.article, statements } }
}

/** A clipping of an address without a text. */
export function linkExtraction(stated: StatedByFile, extractorVersion: number): Extraction {
  const body = { type: 'root' as const, children: [] }
  const clipping: Extraction['clipping'] = {
    title: stated.url ?? '',
    bylines: [],
    sources: [],
    reportedBy: [],
    editors: [],
    language: 'und',
    published: 'not-stated',
    excerpt: '',
    length: 0,
  }
  const article = {
    body,
    figures: [],
    setAside: [],
    statements: {},
    datesInText: [],
    extractorVersion,
  }
  return withStated({ clipping, article }, stated)
}
