import { type PointerEvent, useMemo, useState } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { barPaths, fullOf } from './bar-paths.ts'
import barStyles from './bars.module.css'
import { type Bar, pixelOf } from './bars.ts'
import type { Span } from './counted-time.ts'
import styles from './DensityStrip.module.css'
import { useBarWords } from './use-bar-words.ts'
import { usePinch, useWheel } from './use-strip-gestures.ts'
import type { StripBars } from './use-strip-view.ts'

const css = classNames({ ...barStyles, ...styles })

const HEIGHT = 44

interface Props {
  readonly strip: StripBars
  /** The chosen days, or those that are being chosen. */
  readonly range: Span | undefined
  readonly onZoom: (factor: number, at: number) => void
  readonly onPan: (pixels: number) => void
  /** Called while the mouse is dragged over times, and with undefined where that is given up. */
  readonly onBrush: (span: Span | undefined) => void
  readonly onChoose: (span: Span) => void
}

/** The bars. Dragging over them chooses days; the wheel, a pinch and a double click zoom. */
export function StripPlot({ strip, range, onZoom, onPan, onBrush, onChoose }: Props) {
  const { axis, bars, view } = strip
  const { width } = view
  const [from, setFrom] = useState<Bar>()
  const [hovered, setHovered] = useState<Bar>()
  const wordsOf = useBarWords()
  const wheel = useWheel({ onZoom, onPan })
  const pinch = usePinch({ onZoom, onPan })
  const full = fullOf(bars)
  const paths = useMemo(
    () =>
      barPaths(
        bars,
        { base: HEIGHT, height: HEIGHT - 4, full },
        bar => range !== undefined && bar.to > range.from && bar.from < range.to,
      ),
    [bars, full, range],
  )
  const pixelIn = (event: { readonly clientX: number; readonly currentTarget: Element }): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left
  const barAt = (pixel: number): Bar | undefined => bars.find(({ right }) => pixel < right) ?? bars.at(-1)
  const stop = (event: PointerEvent) => {
    pinch.onUp(event)
    setFrom(undefined)
    onBrush(undefined)
  }
  const left = (time: number): number => Math.min(Math.max(pixelOf(axis, view, time), 0), width)
  const pointed = from === undefined ? hovered : undefined
  return (
    <>
      <div
        ref={wheel}
        className={css('surface')}
        aria-hidden="true"
        onPointerDown={event => {
          if (event.button !== 0) return
          pinch.onDown(event)
          event.currentTarget.setPointerCapture(event.pointerId)
          const bar = pinch.isPinching() ? undefined : barAt(pixelIn(event))
          setFrom(bar)
          onBrush(bar)
        }}
        onPointerMove={event => {
          const bar = barAt(pixelIn(event))
          if (pinch.onMove(event)) {
            setFrom(undefined)
            onBrush(undefined)
          } else if (from && bar) onBrush(spanOfBars(from, bar))
          else setHovered(bar)
        }}
        onPointerUp={event => {
          const bar = barAt(pixelIn(event))
          stop(event)
          if (from && bar) onChoose(spanOfBars(from, bar))
        }}
        onPointerCancel={stop}
        onPointerLeave={() => setHovered(undefined)}
        onDoubleClick={event => onZoom(0.25, pixelIn(event))}
      >
        <svg aria-hidden="true" width={width} height={HEIGHT}>
          {range && (
            <rect
              className={css('window')}
              x={left(range.from)}
              width={Math.max(left(range.to) - left(range.from), 1)}
              height={HEIGHT}
              rx={3}
            />
          )}
          <line className={css('ground')} x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
          {axis.gaps.map(gap => (
            <GapMark key={gap.from} from={pixelOf(axis, view, gap.from)} to={pixelOf(axis, view, gap.to)} />
          ))}
          <path className={css('wide')} d={paths.wide} />
          <path className={css('bar')} d={paths.outside} />
          <path className={css('bar', 'inside')} d={paths.inside} />
          {pointed && (
            <rect
              className={css('pointed')}
              x={pointed.left}
              width={Math.max(pointed.right - pointed.left, 1)}
              height={HEIGHT}
            />
          )}
        </svg>
      </div>
      {pointed && (
        <span
          className={css('label')}
          aria-hidden="true"
          style={besides((pointed.left + pointed.right) / 2, width)}
        >
          {wordsOf(pointed)}
        </span>
      )}
    </>
  )
}

const spanOfBars = (a: Bar, b: Bar): Span => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
})

/** Above a place, and as far to its sides as keeps the words within the strip. */
const besides = (pixel: number, width: number) => {
  const left = Math.min(Math.max(pixel, 0), width)
  return { left, transform: `translateX(${(-100 * left) / width}%)` }
}

/** A folded stretch: a break in the line that the bars stand on. */
function GapMark({ from, to }: { readonly from: number; readonly to: number }) {
  const middle = (from + to) / 2
  return (
    <>
      <rect className={css('gap')} x={from} width={Math.max(to - from, 1)} y={HEIGHT - 10} height={10} />
      <path className={css('break')} d={`M${middle - 4} ${HEIGHT}l3 -9M${middle + 1} ${HEIGHT}l3 -9`} />
    </>
  )
}
