import { expect, it } from 'vitest'
import { timelineJs } from '../../../../../electron/core/export/chronology/timeline-js.ts'
import { EVENTS, planIn } from './sample-events.ts'

it('is what TimelineJS reads: dates without the parts that are not known, texts as HTML', () => {
  const { title, events } = JSON.parse(timelineJs(planIn('en')))
  expect(title).toEqual({ text: { headline: 'Chips &amp; &lt;channels&gt;' } })
  expect(events).toEqual([
    {
      start_date: { year: 2025, month: 4 },
      display_date: 'April 2025',
      text: { headline: '=1+1 禁止 | 销售', text: '<p>Reported by: 甲报 (20 July 2025)</p>' },
      unique_id: EVENTS[0]?.key,
    },
    {
      start_date: { year: 2025, month: 7, day: 15 },
      display_date: '15 July 2025',
      text: {
        headline: '港口工人举行罢工。',
        text: '<p>Reported by: 甲报 (20 July 2025), 乙报 (21 July 2025)</p><p>Sources differ about the date: 15 July 2025 (2 sources), 16 July 2025 (1 source)</p>',
      },
      unique_id: EVENTS[1]?.key,
    },
    {
      start_date: { year: 2025, month: 7, day: 18 },
      end_date: { year: 2025, month: 7, day: 20 },
      display_date: '18 July 2025 to 20 July 2025',
      text: {
        headline: 'Talks, &quot;final&quot; &lt;b&gt;round&lt;/b&gt;',
        text: '<p>18日至20日,双方会谈。</p><p>Reported by: 乙报 (21 July 2025)</p><p>words entered by hand</p>',
      },
      unique_id: EVENTS[2]?.key,
    },
    {
      start_date: { year: 2025 },
      display_date: '2025',
      text: { headline: '与发言人通话', text: '<p>entered by hand, no source</p>' },
      unique_id: EVENTS[3]?.key,
    },
  ])
})

it('has of an interval that is open at one end the other', () => {
  const events = ['/1988', '1988/'].flatMap(date => EVENTS.slice(0, 1).map(event => ({ ...event, date })))
  const made = JSON.parse(timelineJs({ ...planIn('en'), events })).events
  expect(made).toMatchObject([{ start_date: { year: 1988 } }, { start_date: { year: 1988 } }])
  expect(made[0]).not.toHaveProperty('end_date')
})
