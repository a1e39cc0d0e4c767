import type { Bar } from './bars.ts'

/** The widest that a bar is drawn, and the gap to the next one. */
const WIDEST_PX = 9
/** A bar of full height stands for at least this many, so that single clippings do not look like peaks. */
const FULL = 4
const LOWEST_PX = 3

/** The outlines of bars as three paths: few nodes, however many bars. */
export interface BarPaths {
  readonly inside: string
  readonly outside: string
  /** What may be there beside what is for certain, above it. */
  readonly wide: string
}

/** How many a bar of full height stands for. */
export const fullOf = (bars: readonly Bar[]): number =>
  bars.reduce((most, { count, wide }) => Math.max(most, count + wide), FULL)

const box = (left: number, top: number, width: number, height: number): string =>
  `M${left.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`

/** The bars stand on the line at `base`; one of `full` is `height` high. */
export function barPaths(
  bars: readonly Bar[],
  { base, height, full }: { readonly base: number; readonly height: number; readonly full: number },
  isInside: (bar: Bar) => boolean,
): BarPaths {
  const paths = { inside: '', outside: '', wide: '' }
  for (const bar of bars) {
    const pitch = bar.right - bar.left
    const width = Math.min(Math.max(pitch - (pitch > 4 ? 1.4 : 0.5), 1), WIDEST_PX)
    const left = bar.left + (pitch > WIDEST_PX ? (pitch - width) / 2 : 0)
    const high = bar.count === 0 ? 0 : LOWEST_PX + (bar.count / full) * (height - LOWEST_PX)
    const all =
      bar.count + bar.wide === 0 ? 0 : LOWEST_PX + ((bar.count + bar.wide) / full) * (height - LOWEST_PX)
    const kind = isInside(bar) ? 'inside' : 'outside'
    if (high > 0) paths[kind] += box(left, base - high, width, high)
    if (all > high) paths.wide += box(left, base - all, width, all - high)
  }
  return paths
}
