import { expect, it } from 'vitest'
import { chronologyCsv } from '../../../../../electron/core/export/chronology/csv.ts'
import { csvRows } from '../../../../../electron/formats/csv-rows.ts'
import { EVENTS, planIn } from './sample-events.ts'

async function rowsOf(text: string): Promise<Record<string, string>[]> {
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  const rows: (readonly string[])[] = []
  for await (const { cells } of csvRows(bytes())) rows.push(cells ?? ['unreadable'])
  const [head = [], ...others] = rows
  return others.map(cells => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])))
}

it('reads back as the same events, each with its precision and its sources', async () => {
  const rows = await rowsOf(chronologyCsv(planIn('en')))
  expect(rows.map(({ edtf }) => edtf)).toEqual(EVENTS.map(({ date }) => date))
  expect(rows[0]).toMatchObject({
    date: 'April 2025',
    first_day: '2025-04-01',
    last_day: '2025-04-30',
    // What a spreadsheet would take for a formula is text.
    event: "'=1+1 禁止 | 销售",
  })
  expect(rows[1]).toMatchObject({
    sources: '甲报 (20 July 2025)\n乙报 (21 July 2025)',
    dates_reported: '2025-07-15 × 2\n2025-07-16 × 1',
    dates_differ: 'yes',
    sentences: '7月15日,港口工人举行罢工。\n7月15日,港口工人举行“罢工”。\n7月16日,港口工人举行罢工。',
  })
  expect(rows[2]).toMatchObject({ event: 'Talks, "final" <b>round</b>', own_words: 'yes', own_date: 'no' })
  expect(rows[3]).toMatchObject({ sources: '', clippings: '', first_day: '2025-01-01' })
})

it('leaves the open end of an interval empty', async () => {
  const events = EVENTS.slice(0, 1).map(event => ({ ...event, date: '1988/' }))
  const [row] = await rowsOf(chronologyCsv({ ...planIn('en'), events }))
  expect(row).toMatchObject({ edtf: '1988/', first_day: '1988-01-01', last_day: '' })
})
