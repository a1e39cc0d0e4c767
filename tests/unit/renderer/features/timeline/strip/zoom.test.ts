import { describe, expect, it } from 'vitest'
import { DAY } from '../../../../../../renderer/features/timeline/strip/cuts.ts'
import { TimeAxis } from '../../../../../../renderer/features/timeline/strip/time-axis.ts'
import {
  panned,
  showing,
  spanOfWindow,
  windowOf,
  zoomed,
} from '../../../../../../renderer/features/timeline/strip/zoom.ts'

const axis = new TimeAxis({ from: 0, to: 100 * DAY }, [], false)
const window = (from: number, to: number) => windowOf(axis, { from: from * DAY, to: to * DAY })

describe('what of time is on show', () => {
  it('is all of it where nothing is zoomed to, or where that is elsewhere by now', () => {
    expect(windowOf(axis, undefined)).toEqual({ start: 0, end: 100 * DAY })
    expect(window(200, 300)).toEqual({ start: 0, end: 100 * DAY })
    expect(spanOfWindow(axis, windowOf(axis, undefined))).toBeUndefined()
  })

  it('keeps the place that is zoomed at', () => {
    const half = zoomed(window(20, 40), 0.5, 0.25)
    expect(spanOfWindow(axis, half)).toEqual({ from: 22.5 * DAY, to: 32.5 * DAY })
  })

  it('goes no further than the ends, and no nearer than half a day', () => {
    expect(spanOfWindow(axis, panned(window(80, 100), 3))).toEqual({ from: 80 * DAY, to: 100 * DAY })
    expect(spanOfWindow(axis, zoomed(window(20, 40), 100))).toBeUndefined()
    const nearest = spanOfWindow(axis, zoomed(window(20, 40), 0.0001))
    expect((nearest?.to ?? 0) - (nearest?.from ?? 0)).toBeCloseTo(DAY / 2)
  })

  it('moves to a span that is not on show, and stays where it is', () => {
    expect(showing(axis, window(20, 40), { from: 30 * DAY, to: 31 * DAY })).toEqual(window(20, 40))
    expect(spanOfWindow(axis, showing(axis, window(20, 40), { from: 60 * DAY, to: 62 * DAY }))).toEqual({
      from: 51 * DAY,
      to: 71 * DAY,
    })
  })
})
