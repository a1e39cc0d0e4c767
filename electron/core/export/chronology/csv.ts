import { boundsOf } from '../../model/edtf.ts'
import { csvOf } from '../csv.ts'
import { type ChronologyPlan, eventDate, sourcesOf } from './plan.ts'

/** The names of the columns are for programs, the same in every language. */
const COLUMNS = [
  'date',
  'edtf',
  'first_day',
  'last_day',
  'event',
  'status',
  'sources',
  'dates_reported',
  'dates_differ',
  'own_date',
  'own_words',
  'sentences',
  'clippings',
] as const

/** An open end is no day. */
const dayOf = (day: string): string => (/^(?:-9999|9999)-/u.test(day) ? '' : day)

/** A chronology as CSV, one event a row; what there is several of in a cell stands on lines of its own. */
export function chronologyCsv({ language, events }: ChronologyPlan): string {
  const rows = events.map(event => {
    const { from, to } = boundsOf(event.date)
    const cells: Record<(typeof COLUMNS)[number], string> = {
      date: eventDate(event, language),
      edtf: event.date,
      first_day: dayOf(from),
      last_day: dayOf(to),
      event: event.words,
      status: event.status,
      sources: sourcesOf(event.reports, language).join('\n'),
      dates_reported: event.dates.map(({ edtf, sources }) => `${edtf} × ${sources}`).join('\n'),
      dates_differ: event.isDisputed ? 'yes' : 'no',
      own_date: event.hasOwnDate ? 'yes' : 'no',
      own_words: event.hasOwnWords ? 'yes' : 'no',
      sentences: event.reports.map(({ sentence }) => sentence).join('\n'),
      clippings: [...new Set(event.reports.map(({ clipping }) => clipping))].join('\n'),
    }
    return COLUMNS.map(column => cells[column])
  })
  return csvOf([COLUMNS, ...rows])
}
