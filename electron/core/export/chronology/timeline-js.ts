import type { ListedEvent } from '../../model/chronology.ts'
import type { Edtf } from '../../model/edtf.ts'
import { wordsOf } from '../words.ts'
import { type ChronologyPlan, eventDate, remarksOn, sourcesOf } from './plan.ts'

/** A date as TimelineJS has it: without the parts that are not known. */
interface TimelineDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

function timelineDate(part: string): TimelineDate | undefined {
  const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(part)
  if (match === null) return undefined
  const [, year, month, day] = match
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  }
}

/** First and last date; of an interval that is open at one end there is only the other. */
function datesOf(edtf: Edtf): { start: TimelineDate; end?: TimelineDate } {
  const [from, to] = edtf.split('/').map(timelineDate)
  const start = from ?? to ?? { year: 0 }
  return { start, ...(from !== undefined && to !== undefined && { end: to }) }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const

/** TimelineJS takes its texts for HTML. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, character => ENTITIES[character as keyof typeof ENTITIES])

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`

/** A chronology as the JSON that TimelineJS (Knight Lab) reads, https://timeline.knightlab.com/docs/json-format.html. */
export function timelineJs(plan: ChronologyPlan): string {
  const { title, language } = plan
  const words = wordsOf(language)
  const slide = (event: ListedEvent) => {
    const { start, end } = datesOf(event.date)
    const sources = sourcesOf(event.reports, language).join(words.listComma)
    const said = event.hasOwnWords ? event.reports.slice(0, 1).map(({ sentence }) => paragraph(sentence)) : []
    return {
      start_date: start,
      ...(end !== undefined && { end_date: end }),
      display_date: escaped(eventDate(event, language)),
      text: {
        headline: escaped(event.words),
        text: [
          ...said,
          ...(sources === '' ? [] : [paragraph(`${words.reportedBy}${words.colon}${sources}`)]),
          ...remarksOn(event, language).map(paragraph),
        ].join(''),
      },
      unique_id: event.key,
    }
  }
  const timeline = { title: { text: { headline: escaped(title) } }, events: plan.events.map(slide) }
  return `${JSON.stringify(timeline, undefined, 2)}\n`
}
