import type { ListedEvent, Report } from '../../model/chronology.ts'
import type { Instant } from '../../model/identifiers.ts'
import { calendarPart, dateInWords } from '../stated-date.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'

export type ChronologyFormat = 'markdown' | 'csv' | 'timelinejs' | 'pdf'

/** What every format of a chronology is made from: the same events in the same order. */
export interface ChronologyPlan {
  readonly title: string
  readonly language: ExportLanguage
  readonly createdAt: Instant
  readonly events: readonly ListedEvent[]
}

/** Who reports an event: each outlet once, with the day on which it was first published. */
export function sourcesOf(reports: readonly Report[], language: ExportLanguage): string[] {
  const words = wordsOf(language)
  const names = new Map<string, string | undefined>()
  for (const { source, title, published } of reports) {
    const name = source ?? (title.trim() === '' ? words.untitled : title)
    if (!names.has(name)) names.set(name, published)
  }
  return [...names].map(([name, published]) =>
    published === undefined
      ? name
      : `${name}${words.openBracket}${dayInWords(published, language)}${words.closeBracket}`,
  )
}

const dayInWords = (edtf: string, language: ExportLanguage): string =>
  dateInWords(calendarPart(edtf).replace('--', '/'), language)

/** An event's date in words, at its own precision. */
export const eventDate = ({ date }: ListedEvent, language: ExportLanguage): string =>
  dayInWords(date, language)

/** What has to be said beside an event: that its sources differ about the date, or that nobody but the user says it. */
export function remarksOn(event: ListedEvent, language: ExportLanguage): string[] {
  const words = wordsOf(language)
  const remarks: string[] = []
  if (event.isDisputed) {
    const dates = event.dates.map(({ edtf, sources }) =>
      words.reportedDate(dayInWords(edtf, language), sources),
    )
    remarks.push(`${words.datesDiffer}${words.colon}${dates.join(words.listComma)}`)
  }
  if (event.hasOwnDate && event.reported > 0) remarks.push(words.ownDate)
  if (event.hasOwnWords && event.reported > 0) remarks.push(words.ownWords)
  if (event.reported === 0) remarks.push(words.byHand)
  return remarks
}
