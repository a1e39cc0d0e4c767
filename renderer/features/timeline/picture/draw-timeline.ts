import { labelsOf } from '../strip/axis-labels.ts'
import { fullOf } from '../strip/bar-paths.ts'
import type { Bar } from '../strip/bars.ts'
import type { Picture, Shape } from './shapes.ts'

/** What the picture says beside its bars. */
interface Words {
  readonly title: string
  readonly span: string
  /** What lighter bars mean; undefined where there are none. */
  readonly lighter: string | undefined
  readonly made: string
}

interface Lane {
  readonly name: string
  readonly total: number
  readonly bars: readonly Bar[]
}

/** Between the edge of the picture and what is in it. */
const MARGIN = 40
const WIDTH = 1200
/** How wide the strip of a picture is. */
export const STRIP_WIDTH = WIDTH - 2 * MARGIN
const TOP = 104
const STRIP = 150
const LANE = 54
const LANE_BARS = 28
const AXIS = 26
const FOOT = 44
const CHARACTER = 7.2
const WIDEST = 14
const LOWEST = 2

function barBoxes(bars: readonly Bar[], base: number, height: number, full: number): Shape[] {
  return bars.flatMap(({ left, right, count, wide }): Shape[] => {
    const pitch = right - left
    const width = Math.min(Math.max(pitch - 1, 1), WIDEST)
    const x = MARGIN + left + (pitch - width) / 2
    if (x < MARGIN || x + width > MARGIN + STRIP_WIDTH) return []
    const high = (value: number): number => (value === 0 ? 0 : LOWEST + (value / full) * (height - LOWEST))
    const [sure, all] = [high(count), high(count + wide)]
    const box = (y: number, tall: number, colour: 'bar' | 'wide'): Shape[] =>
      tall <= 0 ? [] : [{ kind: 'box', x, y, width, height: tall, colour }]
    return [...box(base - all, all - sure, 'wide'), ...box(base - sure, sure, 'bar')]
  })
}

const ground = (y: number): Shape => ({
  kind: 'box',
  x: MARGIN,
  y,
  width: STRIP_WIDTH,
  height: 1,
  colour: 'rule',
})

/** The strip and its lanes as they are on show, on a page of their own. Bars are in pixels from the strip's left. */
export function drawTimeline(words: Words, bars: readonly Bar[], lanes: readonly Lane[]): Picture {
  const base = TOP + STRIP
  const axis = base + AXIS
  const height = axis + lanes.length * LANE + FOOT
  const line = { kind: 'words', x: MARGIN } as const
  const full = Math.max(...lanes.map(lane => fullOf(lane.bars)))
  const shapes: Shape[] = [
    { kind: 'box', x: 0, y: 0, width: WIDTH, height, colour: 'paper' },
    { ...line, y: 52, text: words.title, size: 24, isBold: true, colour: 'ink' },
    { ...line, y: 78, text: words.span, size: 14, colour: 'soft' },
    ...barBoxes(bars, base, STRIP, fullOf(bars)),
    ground(base),
    ...labelsOf(bars, CHARACTER, STRIP_WIDTH).map(
      ({ left, text }): Shape => ({
        kind: 'words',
        x: MARGIN + left,
        y: base + 18,
        text,
        size: 12,
        colour: 'soft',
      }),
    ),
    ...lanes.flatMap(({ name, total, bars: laneBars }, index): Shape[] => {
      const top = axis + index * LANE
      return [
        { ...line, y: top + 16, text: `${name}  ${total}`, size: 13, colour: 'ink' },
        ...barBoxes(laneBars, top + 20 + LANE_BARS, LANE_BARS, full),
        ground(top + 20 + LANE_BARS),
      ]
    }),
    ...(words.lighter === undefined
      ? []
      : [{ ...line, y: height - 16, text: words.lighter, size: 12, colour: 'soft' } as const]),
    {
      kind: 'words',
      x: WIDTH - MARGIN,
      y: height - 16,
      text: words.made,
      size: 12,
      colour: 'soft',
      anchor: 'end',
    },
  ]
  return { width: WIDTH, height, title: `${words.title}. ${words.span}`, shapes }
}
