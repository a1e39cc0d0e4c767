import type { Span } from './counted-time.ts'
import { DAY } from './cuts.ts'

/** A stretch is folded where it has nothing for so long, and for such a share of what has something. */
const SHORTEST_GAP = 120 * DAY
const SHARE_OF_GAP = 0.15
/** How wide a folded stretch is, as a share of what has something. */
const SHARE_FOLDED = 0.03
/** What stays of a stretch at both its ends. */
const MARGIN = 15 * DAY

/** A straight piece of the axis. */
interface Piece extends Span {
  readonly place: number
  readonly length: number
  readonly isGap: boolean
}

/**
 * Where times stand: as far from each other as they are apart, but long stretches without anything are folded to a
 * narrow one. Places are hours that are left.
 */
export class TimeAxis {
  readonly #pieces: readonly Piece[]
  /** Times from the first to behind the last. */
  readonly extent: Span
  readonly length: number

  constructor(extent: Span, content: readonly Span[], isFolding: boolean) {
    this.extent = extent
    const gaps = isFolding ? gapsIn(extent, content) : []
    const pieces: Piece[] = []
    const left = extent.to - extent.from - gaps.reduce((sum, { from, to }) => sum + to - from, 0)
    let place = 0
    const add = (from: number, to: number, isGap: boolean) => {
      const length = isGap ? left * SHARE_FOLDED : to - from
      if (to > from) pieces.push({ from, to, place, length, isGap })
      place += length
    }
    let from = extent.from
    for (const gap of gaps) {
      add(from, gap.from, false)
      add(gap.from, gap.to, true)
      from = gap.to
    }
    add(from, extent.to, false)
    this.#pieces = pieces
    this.length = place
  }

  get gaps(): readonly Span[] {
    return this.#pieces.filter(({ isGap }) => isGap)
  }

  /** Times before the first and behind the last go on evenly. */
  placeOf(time: number): number {
    const piece = this.#pieces.findLast(({ from }) => from <= time)
    if (piece === undefined) return time - this.extent.from
    if (time > piece.to) return this.length + time - piece.to
    return piece.place + ((time - piece.from) / (piece.to - piece.from)) * piece.length
  }

  timeAt(place: number): number {
    const piece = this.#pieces.findLast(each => each.place <= place)
    if (piece === undefined) return this.extent.from + place
    if (place > piece.place + piece.length) return piece.to + place - piece.place - piece.length
    return piece.from + ((place - piece.place) / piece.length) * (piece.to - piece.from)
  }
}

function gapsIn(extent: Span, content: readonly Span[]): Span[] {
  const empty: Span[] = []
  let end = extent.from
  for (const { from, to } of content) {
    if (from - end > SHORTEST_GAP) empty.push({ from: end + MARGIN, to: from - MARGIN })
    end = Math.max(end, to)
  }
  // A long stretch makes shorter ones worth folding less, so the longest decide first.
  const sorted = [...empty].sort((a, b) => b.to - b.from - (a.to - a.from))
  let left = extent.to - extent.from
  const folded = sorted.filter(({ from, to }) => {
    if (to - from < left * SHARE_OF_GAP) return false
    left -= to - from
    return true
  })
  return folded.sort((a, b) => a.from - b.from)
}
