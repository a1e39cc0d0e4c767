import type { TableRow } from 'mdast'
import { markdownOf } from '../markdown/serialise.ts'
import { instantInWords } from '../stated-date.ts'
import { wordsOf } from '../words.ts'
import { type ChronologyPlan, eventDate, remarksOn, sourcesOf } from './plan.ts'

const row = (cells: readonly string[]): TableRow => ({
  type: 'tableRow',
  // A cell is one line in Markdown.
  children: cells.map(value => ({
    type: 'tableCell',
    children: [{ type: 'text', value: value.replace(/\s+/gu, ' ').trim() }],
  })),
})

/** A chronology as one table: the date, what happened, who reports it. */
export function chronologyMarkdown({ title, language, createdAt, events }: ChronologyPlan): string {
  const words = wordsOf(language)
  return markdownOf([
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title.replace(/\s+/gu, ' ').trim() }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: `${words.events(events.length)} · ` },
        { type: 'text', value: `${words.created}${words.colon}${instantInWords(createdAt, language)}` },
      ],
    },
    {
      type: 'table',
      children: [
        row([words.date, words.event, words.reportedBy]),
        ...events.map(event =>
          row([
            eventDate(event, language),
            event.words,
            [sourcesOf(event.reports, language).join(words.listComma), ...remarksOn(event, language)]
              .filter(part => part !== '')
              .join(words.semicolon),
          ]),
        ),
      ],
    },
  ])
}
