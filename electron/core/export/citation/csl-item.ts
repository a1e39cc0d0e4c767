import type { Clipping } from '../../model/clipping.ts'
import { oneLine } from '../one-line.ts'
import { citationKey } from './citation-key.ts'
import { type CslDate, cslDate } from './csl-date.ts'
import { type CslName, cslNames } from './csl-name.ts'
import { type CslType, cslType } from './csl-type.ts'

/** One item of CSL-JSON 1.0.2, as far as a clipping can fill it. What the document does not state is absent. */
export interface CslItem {
  readonly id: string
  readonly type: CslType
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly 'container-title'?: string
  readonly issued?: CslDate
  readonly accessed: CslDate
  readonly URL?: string
  readonly language?: string
  readonly keyword?: string
  readonly note?: string
}

/** CSL names locales by country: Chinese by its script's, English by the first. */
const LOCALES: Readonly<Record<string, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' }

/**
 * A clipping as it is cited. The outlet is its container, the day of the clip the day of access; the SHA-256 of the
 * originals stand in the note, a line each, so that what was cited can be told from what the page says later. Editors of
 * a page are its staff and no editors of a work, so they are not named.
 */
export function cslItemOf(clipping: Clipping): CslItem {
  const { title, bylines, sources, source, published, clippedAt, language, originals, tags } = clipping
  const author = cslNames(bylines.map(oneLine))
  const outlet = source?.name ?? sources[0]?.name
  const url = clipping.url ?? source?.url ?? sources.find(each => each.url !== undefined)?.url
  const issued = typeof published === 'string' ? undefined : cslDate(published.edtf)
  const heading = oneLine(title)
  return {
    id: citationKey(clipping),
    type: cslType(clipping),
    ...(heading === '' ? {} : { title: heading }),
    ...(author.length === 0 ? {} : { author }),
    ...(outlet === undefined ? {} : { 'container-title': oneLine(outlet) }),
    ...(issued === undefined ? {} : { issued }),
    // Of an instant the day by UTC: core knows no time zone of the machine, and no other export names another.
    accessed: { 'date-parts': [[...clippedAt.slice(0, 10).split('-').map(Number)]] },
    ...(url === undefined ? {} : { URL: url }),
    ...(language === 'und' ? {} : { language: LOCALES[language] ?? language }),
    ...(tags.length === 0 ? {} : { keyword: tags.map(oneLine).join(', ') }),
    ...(originals.length === 0
      ? {}
      : { note: originals.map(({ sha256 }) => `Original SHA-256: ${sha256}`).join('\n') }),
  }
}
