import { compareEdtf, type Edtf } from '../../../electron/core/model/edtf.ts'
import type { Published } from '../../../electron/core/model/stated.ts'
import { formatDate } from '../../i18n/format-date.ts'
import type { Language } from '../../i18n/language.ts'

/** The first and the last date of some clippings, and how many of them have none. */
export interface PublishedSpan {
  readonly first: Edtf | undefined
  readonly last: Edtf | undefined
  readonly undated: number
}

/** The span of a listing on the clock of publishing, from the keys of its groups. */
export function spanOfGroups(
  groups: readonly { readonly key: string; readonly count: number }[],
): PublishedSpan {
  const undated = groups.filter(({ key }) => key === '').reduce((sum, { count }) => sum + count, 0)
  return { ...ends(groups.map(({ key }) => key).filter(key => key !== '')), undated }
}

export function spanOfDates(dates: readonly Published[]): PublishedSpan {
  const stated = dates.flatMap(date => (typeof date === 'object' ? [dayOf(date.edtf)] : []))
  return { ...ends(stated), undated: dates.length - stated.length }
}

/** The day without the time of day, which a span of days does not need; of several days the first that is known. */
const dayOf = (edtf: Edtf): Edtf =>
  edtf
    .split('/')
    .find(end => end !== '')
    ?.split('T')[0] ?? edtf

function ends(dates: readonly Edtf[]): Pick<PublishedSpan, 'first' | 'last'> {
  const ordered = dates.toSorted(compareEdtf)
  return { first: ordered[0], last: ordered.at(-1) }
}

/** The span in words, at the precision that its ends have; undefined where nothing is dated. */
export function spanWords({ first, last }: PublishedSpan, language: Language): string | undefined {
  if (first === undefined || last === undefined) return undefined
  return formatDate(first === last ? first : `${first}/${last}`, language)
}
