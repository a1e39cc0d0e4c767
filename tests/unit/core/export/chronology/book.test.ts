import { expect, it } from 'vitest'
import { bookOf } from '../../../../../electron/core/export/book/book.ts'
import { EVENTS, planIn } from './sample-events.ts'

it('is a table of a book, on its own or before the articles', () => {
  const { events: _, ...rest } = planIn('en')
  const { html } = bookOf({ ...rest, paper: 'A4', entries: [], chronology: EVENTS })
  expect(html).toContain('<p class="count">4 events</p>')
  // Nothing to list the pages of.
  expect(html).not.toContain('class="contents"')
  const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/gu)]
  expect(rows.map(([, date]) => date)).toEqual([
    'April 2025',
    '15 July 2025',
    '18 July 2025 to 20 July 2025',
    '2025',
  ])
  expect(rows[2]?.[2]).toContain('Talks, "final" &#x3C;b>round&#x3C;/b>')
  expect(rows[1]?.[2]).toContain('Sources differ about the date')
})
