import { Maximize2, X, ZoomIn, ZoomOut } from 'lucide-react'
import { memo, type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../../electron/core/model/listing.ts'
import { runCommand } from '../../../commands/registry.ts'
import { COMMANDS } from '../../../commands/table.ts'
import { formatDate } from '../../../i18n/format-date.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useStore } from '../../../state/store.ts'
import { classNames } from '../../../ui/class-names.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { jumpedTo } from '../jumped-to.ts'
import { look } from '../look.ts'
import { labelsOf } from './axis-labels.ts'
import { barPaths, fullOf } from './bar-paths.ts'
import { type Bar, pixelOf } from './bars.ts'
import type { Span } from './counted-time.ts'
import { DAY } from './cuts.ts'
import { DensityHandle, type Step } from './DensityHandle.tsx'
import styles from './DensityStrip.module.css'
import { type Days, daysOfSpan, edtfOfSpan, spanOfDays } from './days.ts'
import { Lanes } from './Lanes.tsx'
import { useBarWords, useSpanWords } from './use-bar-words.ts'
import { usePinch, useWheel } from './use-strip-gestures.ts'
import { useStripView } from './use-strip-view.ts'

const css = classNames(styles)

const HEIGHT = 44
const LABEL_PX = 46

interface Props {
  /** What is counted; its days are left aside. */
  readonly filter: Filter
  readonly days: Days | undefined
  /** The width of the strip in pixels. */
  readonly width: number
  readonly onChange: (days: Days | undefined) => void
}

/**
 * How many clippings there are when, as bars over all of time or a part of it. Dragging over them, or moving the two
 * handles by keyboard, keeps the list to days; wheel, pinch and keys zoom and pan.
 */
export const DensityStrip = memo(function DensityStrip({ filter, days, width, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const plot = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<readonly [number, number]>()
  const [hovered, setHovered] = useState<Bar>()
  const chosen = useMemo(() => (days === undefined ? undefined : spanOfDays(days)), [days])
  const strip = useStripView(filter, chosen, width)
  const { axis, bars, counted, cut, view } = strip
  const wordsOfSpan = useSpanWords()
  const wordsOf = useBarWords()
  const jumped = useStore(jumpedTo)
  const { lanes } = useStore(look)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows where the list was taken to, and nothing else
  useEffect(() => {
    if (jumped !== undefined) strip.show(jumped.span)
  }, [jumped])

  const barAt = (pixel: number): Bar | undefined => bars.find(({ right }) => pixel < right) ?? bars.at(-1)
  const pixelIn = (event: PointerEvent): number =>
    event.clientX - (plot.current?.getBoundingClientRect().left ?? 0)
  const gestures = {
    onZoom: strip.zoom,
    onPan: strip.pan,
  }
  const wheel = useWheel(gestures)
  const pinch = usePinch(gestures)
  const brushed = drag === undefined ? undefined : brushOf(barAt(drag[0]), barAt(drag[1]))
  const range = brushed ?? chosen ?? axis.extent
  const isChosen = chosen !== undefined || brushed !== undefined
  const choose = (span: Span) =>
    onChange(span.from <= axis.extent.from && span.to >= axis.extent.to ? undefined : daysOfSpan(span))
  const full = fullOf(bars)
  const paths = useMemo(
    () =>
      barPaths(
        bars,
        { base: HEIGHT, height: HEIGHT - 4, full },
        bar => isChosen && bar.to > range.from && bar.from < range.to,
      ),
    [bars, full, isChosen, range.from, range.to],
  )
  const labels = useMemo(() => labelsOf(bars, LABEL_PX, width - ZOOM_PX), [bars, width])
  if (counted.extent === undefined || bars.length === 0) return null

  const step = (edge: 'from' | 'to', by: Step) => {
    const [first, last] =
      edge === 'from' ? [axis.extent.from, range.to - DAY] : [range.from + DAY, axis.extent.to]
    const moved = by === 'first' ? first : by === 'last' ? last : stepped(range[edge], by)
    const time = Math.min(Math.max(moved, first), last)
    const next = edge === 'from' ? { ...range, from: time } : { ...range, to: time }
    strip.show({ from: time - (edge === 'to' ? DAY : 0), to: time + (edge === 'from' ? DAY : 0) })
    choose(next)
  }
  const stepped = (from: number, by: number): number => {
    let time = from
    for (let left = Math.abs(by); left > 0; left--)
      time = by > 0 ? cut.next(cut.startOf(time)) : cut.startOf(time - 1)
    // The days of a list are whole.
    return by > 0 ? Math.ceil(time / DAY) * DAY : Math.floor(time / DAY) * DAY
  }
  const left = (time: number): number => Math.min(Math.max(pixelOf(axis, view, time), 0), width)
  const words = (span: Span): string => formatDate(edtfOfSpan(span), language)
  const busiest = bars.reduce((most, bar) => (bar.count > most.count ? bar : most), bars[0] as Bar)
  const status = isChosen
    ? t('timeline.chosenWords', { days: words(range), count: counted.within(range) })
    : strip.span && t('timeline.shownWords', { days: wordsOfSpan(strip.span) })
  const pointed = drag === undefined ? hovered : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups two sliders
    <div
      role="group"
      className={css('strip')}
      aria-label={`${t('timeline.density')}. ${t('timeline.densityWords', {
        from: words({ from: axis.extent.from, to: axis.extent.from + 1 }),
        to: words({ from: axis.extent.to - 1, to: axis.extent.to }),
        total: counted.total,
        busiest: words(busiest),
        most: busiest.count,
      })}`}
    >
      <div className={css('plot')} ref={plot}>
        <div
          ref={wheel}
          className={css('surface')}
          aria-hidden="true"
          onPointerDown={event => {
            if (event.button !== 0) return
            pinch.onDown(event)
            event.currentTarget.setPointerCapture(event.pointerId)
            const pixel = pixelIn(event)
            setDrag(pinch.isPinching() ? undefined : [pixel, pixel])
          }}
          onPointerMove={event => {
            const pixel = pixelIn(event)
            if (pinch.onMove(event)) setDrag(undefined)
            else if (drag) setDrag([drag[0], pixel])
            else setHovered(barAt(pixel))
          }}
          onPointerUp={event => {
            pinch.onUp(event)
            if (brushed) choose(brushed)
            setDrag(undefined)
          }}
          onPointerCancel={event => {
            pinch.onUp(event)
            setDrag(undefined)
          }}
          onPointerLeave={() => setHovered(undefined)}
          onDoubleClick={event =>
            strip.zoom(0.25, event.clientX - event.currentTarget.getBoundingClientRect().left)
          }
        >
          <svg aria-hidden="true" width={width} height={HEIGHT}>
            {isChosen && (
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
        {(['from', 'to'] as const).map(edge => (
          <DensityHandle
            key={edge}
            edge={edge}
            left={left(range[edge])}
            day={Math.ceil(range[edge] / DAY) - (edge === 'to' ? 1 : 0)}
            first={Math.floor(axis.extent.from / DAY)}
            last={Math.ceil(axis.extent.to / DAY) - 1}
            words={words(
              edge === 'from'
                ? { from: range.from, to: range.from + 1 }
                : { from: range.to - 1, to: range.to },
            )}
            isChosen={isChosen}
            onStep={by => step(edge, by)}
            onClear={() => onChange(undefined)}
          />
        ))}
      </div>
      <div className={css('axis')}>
        <PanSurface onPan={strip.pan}>
          {labels.map(({ left: at, text }) => (
            <span key={`${at} ${text}`} style={{ left: at }}>
              {text}
            </span>
          ))}
        </PanSurface>
        <span className={css('zoom')}>
          {strip.span && (
            <IconButton
              size="small"
              label={t('timeline.zoomAll')}
              keys={COMMANDS['zoom-all'].keys[0]}
              icon={<Maximize2 />}
              onPress={strip.zoomAll}
            />
          )}
          <IconButton
            size="small"
            label={t('timeline.zoomOut')}
            keys={COMMANDS['zoom-out'].keys[0]}
            icon={<ZoomOut />}
            isDisabled={!strip.span}
            onPress={() => void runCommand('zoom-out')}
          />
          <IconButton
            size="small"
            label={t('timeline.zoomIn')}
            keys={COMMANDS['zoom-in'].keys[0]}
            icon={<ZoomIn />}
            onPress={strip.zoomIn}
          />
        </span>
      </div>
      {lanes !== 'none' && (
        <Lanes filter={filter} by={lanes} axis={axis} view={view} range={isChosen ? range : undefined} />
      )}
      <div className={css('chosen', !isChosen && 'shownSpan', status === undefined && 'silent')}>
        <span role="status">{status}</span>
        {days && (
          <IconButton
            size="small"
            label={t('timeline.clearDays')}
            icon={<X />}
            onPress={() => onChange(undefined)}
          />
        )}
      </div>
    </div>
  )
})

/** Above a place, and as far to its sides as keeps the words within the strip. */
const besides = (pixel: number, width: number) => {
  const left = Math.min(Math.max(pixel, 0), width)
  return { left, transform: `translateX(${(-100 * left) / width}%)` }
}

/** What the buttons beside the names of times take. */
const ZOOM_PX = 66

function brushOf(a: Bar | undefined, b: Bar | undefined): Span | undefined {
  if (a === undefined || b === undefined) return undefined
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
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

/** The names of times; dragged, they take the strip along. */
function PanSurface({
  onPan,
  children,
}: {
  readonly onPan: (pixels: number) => void
  readonly children: ReactNode
}) {
  const from = useRef<number | undefined>(undefined)
  return (
    <div
      className={css('names')}
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = event.clientX
      }}
      onPointerMove={({ clientX }) => {
        if (from.current === undefined) return
        onPan(from.current - clientX)
        from.current = clientX
      }}
      onPointerUp={() => {
        from.current = undefined
      }}
      onPointerCancel={() => {
        from.current = undefined
      }}
    >
      {children}
    </div>
  )
}
