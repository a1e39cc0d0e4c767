import type { Span } from './counted-time.ts'
import { DAY } from './cuts.ts'
import { spanOfEdtf } from './days.ts'
import type { TimeAxis } from './time-axis.ts'

/** Half a day is the least that is shown. */
const NARROWEST = DAY / 2

/** Places of the axis from `start` to `end`. */
export interface Window {
  readonly start: number
  readonly end: number
}

/** The places of what is zoomed to, within the axis; all of it where nothing is, or where it is elsewhere by now. */
export function windowOf(axis: TimeAxis, zoomed: Span | undefined): Window {
  const all = { start: 0, end: axis.length }
  if (zoomed === undefined) return all
  const start = axis.placeOf(zoomed.from)
  const end = axis.placeOf(zoomed.to)
  return end <= 0 || start >= axis.length ? all : within(axis, { start, end })
}

/** The place of the middle of a group's days. */
export function placeOfGroup(axis: TimeAxis, group: string): number {
  const { from, to } = spanOfEdtf(group)
  return axis.placeOf((from + to) / 2)
}

/** Undefined for all of the axis. */
export function spanOfWindow(axis: TimeAxis, window: Window): Span | undefined {
  const { start, end } = within(axis, window)
  if (start <= 0 && end >= axis.length) return undefined
  return { from: axis.timeAt(start), to: axis.timeAt(end) }
}

/** Shows `factor` times as much, with the place at `share` of the window staying where it is. */
export function zoomed({ start, end }: Window, factor: number, share = 0.5): Window {
  const pivot = start + (end - start) * share
  return { start: pivot - (pivot - start) * factor, end: pivot + (end - pivot) * factor }
}

/** Moves by a share of the window. */
export function panned({ start, end }: Window, share: number): Window {
  const by = (end - start) * share
  return { start: start + by, end: end + by }
}

/** The window as wide as it is, moved so that the span is on show; where it is wider, so that it begins. */
export function showing(axis: TimeAxis, window: Window, span: Span): Window {
  const [from, to] = [axis.placeOf(span.from), axis.placeOf(span.to)]
  if (from >= window.start && to <= window.end) return window
  const width = Math.max(window.end - window.start, to - from)
  const start = (from + to - width) / 2
  return { start, end: start + width }
}

function within({ length }: TimeAxis, { start, end }: Window): Window {
  const width = Math.min(Math.max(end - start, Math.min(NARROWEST, length)), length)
  const middle = (start + end) / 2
  const first = Math.min(Math.max(middle - width / 2, 0), length - width)
  return { start: first, end: first + width }
}
