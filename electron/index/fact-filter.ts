import { daySpanOf } from '../core/model/edtf.ts'
import { exhausted } from '../core/result.ts'
import { type FactTerm, isNamed, isOfLanguage, isOnHost } from '../core/search/matches-facts.ts'
import type { QueryClock } from '../core/search/query.ts'
import type { NumberedNames } from '../core/timeline/numbered-names.ts'
import type { Catalogue } from './catalogue.ts'
import { MARKS, NO_DAY } from './facts-row.ts'

export type RowFilter = (row: number) => boolean

/** Whether a term that is not about words holds for a row. */
export function factFilter(term: FactTerm, catalogue: Catalogue): RowFilter {
  switch (term.kind) {
    case 'in': {
      const wanted = fitting(catalogue.collectionIds, id =>
        isNamed(catalogue.collectionNames.get(id) ?? '', term.text),
      )
      return row => catalogue.collections[row]?.some(each => wanted[each]) ?? false
    }
    case 'language': {
      const wanted = fitting(catalogue.languages, language => isOfLanguage(language, term.tag))
      return row => wanted[catalogue.language.at(row)] ?? false
    }
    case 'site': {
      const wanted = fitting(catalogue.hosts, host => isOnHost(host, term.host))
      return row => wanted[catalogue.host.at(row)] ?? false
    }
    case 'is':
      return marked(catalogue, `is:${term.state}`)
    case 'has':
      return marked(catalogue, `has:${term.feature}`)
    case 'date': {
      const { from, to } = daySpanOf(term.edtf)
      return dayFilter(catalogue, term.clock, from, to)
    }
    default:
      return exhausted(term)
  }
}

/** For each name whether it is wanted: there are few of them, and many rows. */
const fitting = (names: NumberedNames, fits: (name: string) => boolean): readonly boolean[] =>
  names.list.map(fits)

function marked({ marks }: Catalogue, mark: string): RowFilter {
  const bit = MARKS.get(mark) ?? 0
  return row => (marks.at(row) & bit) !== 0
}

function dayFilter(catalogue: Catalogue, clock: QueryClock, from: number, to: number): RowFilter {
  const { publishedFrom, publishedTo, clippedOn, happened } = catalogue
  switch (clock) {
    case 'published':
      return row =>
        publishedTo.at(row) !== NO_DAY && publishedFrom.at(row) <= to && publishedTo.at(row) >= from
    case 'clipped':
      return row => clippedOn.at(row) <= to && clippedOn.at(row) >= from
    case 'happened':
      return row => {
        const days = happened[row] ?? []
        for (let at = 0; at < days.length; at += 2) {
          if ((days[at] ?? 0) <= to && (days[at + 1] ?? 0) >= from) return true
        }
        return false
      }
    default:
      return exhausted(clock)
  }
}
