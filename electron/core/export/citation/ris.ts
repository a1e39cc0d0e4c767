import type { Clipping } from '../../model/clipping.ts'
import { oneLine } from '../one-line.ts'
import type { CslDate } from './csl-date.ts'
import { type CslItem, cslItemOf } from './csl-item.ts'
import type { CslName } from './csl-name.ts'
import type { CslType } from './csl-type.ts'

const TYPES: Readonly<Record<CslType, string>> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  webpage: 'ELEC',
  report: 'RPRT',
  document: 'GEN',
}

/** RIS sets a name as `family, given, suffix`; one without a comma stays whole. */
function person(name: CslName): string {
  if ('literal' in name) return name.literal.replaceAll(',', ' ')
  const family = [name['non-dropping-particle'], name.family].filter(part => part !== undefined).join(' ')
  return [family, name.given, name.suffix].filter(part => part !== undefined).join(', ')
}

/** `YYYY/MM/DD/`, as far as the date goes; of an interval its beginning, with the whole of it as its fourth part. */
function risDate(date: CslDate): string | undefined {
  const [parts, end] = date['date-parts'] ?? []
  if (parts === undefined) return undefined
  const set = (each: readonly number[]) =>
    each.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
  const [year = '', month = '', day = ''] = set(parts)
  return `${year}/${month}/${day}/${end === undefined ? '' : `${set(parts).join('-')} to ${set(end).join('-')}`}`
}

function record(item: CslItem, tags: readonly string[]): string {
  const { type, title, author = [], issued, accessed, URL: url, language, note } = item
  const day = issued === undefined ? undefined : risDate(issued)
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['TY', TYPES[type]],
    ['ID', item.id],
    ...author.map(each => ['AU', person(each)] as const),
    ['TI', title],
    ['T2', item['container-title']],
    ['PY', day?.slice(0, day.indexOf('/'))],
    ['DA', day],
    ['Y2', risDate(accessed)],
    ['UR', url],
    ['LA', language],
    ...tags.map(each => ['KW', each] as const),
    ['N1', issued?.literal === undefined ? undefined : `Published: ${issued.literal}`],
    ...(note?.split('\n') ?? []).map(each => ['N1', each] as const),
  ]
  // A value never holds a line break: a line that begins like a tag would be one.
  const lines = fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}`]))
  return [...lines, 'ER  - ', ''].join('\r\n')
}

/** Clippings as RIS, in their order. */
export const ris = (clippings: readonly Clipping[]): string =>
  clippings.map(clipping => record(cslItemOf(clipping), clipping.tags)).join('\r\n')
