import { useMemo } from 'react'
import type { Filter } from '../../../../electron/core/model/listing.ts'
import { useCommand } from '../../../commands/registry.ts'
import { useStore } from '../../../state/store.ts'
import { listedAt } from '../listed-at.ts'
import { look } from '../look.ts'
import { type Bar, barsIn, type View } from './bars.ts'
import type { CountedTime, Span } from './counted-time.ts'
import { type Cut, cutFor, DAY, wantsHours } from './cuts.ts'
import { TimeAxis } from './time-axis.ts'
import { useCountedDays, useCountedHours } from './use-counted.ts'
import { panned, placeOfGroup, showing, spanOfWindow, type Window, windowOf, zoomed } from './zoom.ts'
import { zoomedTo, zoomTo } from './zoomed-to.ts'

const NOTHING: Span = { from: 0, to: DAY }
/** How much of the window a key moves by, and how much of it stays around what is zoomed to. */
const PAN = 0.4
const MARGIN = 0.08
/** Chosen days are zoomed to where they are at most this share of the window. */
const WORTH_ZOOMING = 0.7

/** What of time is on show, cut into bars. */
export interface StripBars {
  readonly counted: CountedTime
  readonly axis: TimeAxis
  readonly view: View
  readonly cut: Cut
  readonly bars: readonly Bar[]
  /** What is on show; undefined where that is all. */
  readonly span: Span | undefined
}

interface StripView extends StripBars {
  readonly zoom: (factor: number, at?: number) => void
  readonly pan: (pixels: number) => void
  readonly show: (span: Span) => void
}

/** What of time the strip of a clock is zoomed to. */
export function useStripBars(filter: Filter, width: number): StripBars {
  const { foldsGaps } = useStore(look)
  const days = useCountedDays(filter)
  const zoomedSpan = useStore(zoomedTo)[filter.clock]
  const axis = useMemo(
    () => new TimeAxis(days.extent ?? NOTHING, days.content(DAY), foldsGaps),
    [days, foldsGaps],
  )
  const { start, end } = windowOf(axis, zoomedSpan)
  const hoursPerPixel = (end - start) / Math.max(width, 1)
  const span = spanOfWindow(axis, { start, end })
  const hours = useCountedHours(filter, wantsHours(hoursPerPixel) ? (span ?? axis.extent) : undefined)
  const counted = hours ?? days
  const cut = cutFor(hoursPerPixel, hours !== undefined)
  const view = useMemo(() => ({ start, end, width }), [start, end, width])
  const bars = useMemo(() => barsIn(counted, axis, view, cut), [counted, axis, view, cut])
  return { counted, axis, view, cut, bars, span }
}

/** The same, and how to show more or less of it; answers the keys for that. */
export function useStripView(filter: Filter, chosen: Span | undefined, width: number): StripView {
  const strip = useStripBars(filter, width)
  const { axis, view } = strip
  const { start, end } = view
  const apply = (next: Window) => zoomTo(filter.clock, spanOfWindow(axis, next))
  /** Several may come before the next rendering. */
  const now = () => windowOf(axis, zoomedTo.get()[filter.clock])
  /** Where of the window the list is, so that zooming keeps that on show; the middle where it is elsewhere. */
  const shareOfList = (): number => {
    const group = listedAt.get()
    const place = group ? placeOfGroup(axis, group) : Number.NaN
    const { start: first, end: last } = now()
    return place >= first && place <= last ? (place - first) / (last - first) : 0.5
  }
  const zoomIn = () => {
    const from = chosen === undefined ? 0 : axis.placeOf(chosen.from)
    const to = chosen === undefined ? 0 : axis.placeOf(chosen.to)
    const isWorth = to > start && from < end && to - from < (end - start) * WORTH_ZOOMING
    if (chosen === undefined || !isWorth) return apply(zoomed(now(), 0.5, shareOfList()))
    apply({ start: from - (to - from) * MARGIN, end: to + (to - from) * MARGIN })
  }
  const zoomOut = () => apply(zoomed(now(), 2, shareOfList()))
  const zoomAll = () => zoomTo(filter.clock, undefined)
  const hasMore = strip.counted.extent !== undefined
  useCommand('zoom-in', hasMore ? zoomIn : undefined)
  useCommand('zoom-out', hasMore ? zoomOut : undefined)
  useCommand('zoom-all', hasMore ? zoomAll : undefined)
  useCommand('pan-earlier', hasMore ? () => apply(panned(now(), -PAN)) : undefined)
  useCommand('pan-later', hasMore ? () => apply(panned(now(), PAN)) : undefined)
  return {
    ...strip,
    zoom: (factor, at) => apply(zoomed(now(), factor, at === undefined ? 0.5 : at / width)),
    pan: pixels => apply(panned(now(), pixels / width)),
    show: wanted => apply(showing(axis, now(), wanted)),
  }
}
