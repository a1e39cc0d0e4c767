import { X } from 'lucide-react'
import { memo, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../../electron/core/model/listing.ts'
import { formatDate } from '../../../i18n/format-date.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useStore } from '../../../state/store.ts'
import { classNames } from '../../../ui/class-names.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { jumpedTo } from '../jumped-to.ts'
import { look } from '../look.ts'
import { pixelOf } from './bars.ts'
import type { Span } from './counted-time.ts'
import { type Cut, DAY } from './cuts.ts'
import { DensityHandle, type Step } from './DensityHandle.tsx'
import styles from './DensityStrip.module.css'
import { type Days, daysOfSpan, edtfOfSpan, spanOfDays } from './days.ts'
import { Lanes } from './Lanes.tsx'
import { ListMark } from './ListMark.tsx'
import { StripAxis } from './StripAxis.tsx'
import { StripPlot } from './StripPlot.tsx'
import { useSpanWords } from './use-bar-words.ts'
import { useStripView } from './use-strip-view.ts'

const css = classNames(styles)

interface Props {
  /** What is counted; its days are left aside. */
  readonly filter: Filter
  readonly days: Days | undefined
  /** The width of the strip in pixels. */
  readonly width: number
  /** Whether its place stays where there is nothing to see. */
  readonly keepsPlace: boolean
  readonly onChange: (days: Days | undefined) => void
}

/**
 * How many clippings there are when, as bars over all of time or a part of it. Dragging over them, or moving the two
 * handles by keyboard, keeps the list to days; wheel, pinch and keys zoom and pan.
 */
export const DensityStrip = memo(function DensityStrip({ filter, days, width, keepsPlace, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [brushed, setBrushed] = useState<Span>()
  const chosen = useMemo(() => (days === undefined ? undefined : spanOfDays(days)), [days])
  const strip = useStripView(filter, chosen, width)
  const { axis, bars, counted, cut, view } = strip
  const wordsOfSpan = useSpanWords()
  const jumped = useStore(jumpedTo)
  const { lanes } = useStore(look)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows where the list was taken to, and nothing else
  useEffect(() => {
    if (jumped !== undefined) strip.show(jumped.span)
  }, [jumped])
  const [busiest] = useMemo(() => [...bars].sort((a, b) => b.count - a.count), [bars])
  // Of one clipping there is nothing to see or to choose.
  if (counted.extent === undefined || busiest === undefined || counted.total < 2)
    return keepsPlace ? <div className={css('strip', 'place')} /> : null

  const picked = brushed ?? chosen
  const range = picked ?? axis.extent
  const choose = (span: Span) =>
    onChange(span.from <= axis.extent.from && span.to >= axis.extent.to ? undefined : daysOfSpan(span))
  const step = (edge: 'from' | 'to', by: Step) => {
    const [first, last] =
      edge === 'from' ? [axis.extent.from, range.to - DAY] : [range.from + DAY, axis.extent.to]
    const moved = by === 'first' ? first : by === 'last' ? last : stepped(cut, range[edge], by)
    const time = Math.min(Math.max(moved, first), last)
    strip.show({ from: time - (edge === 'to' ? DAY : 0), to: time + (edge === 'from' ? DAY : 0) })
    choose({ ...range, [edge]: time })
  }
  const left = (time: number): number => Math.min(Math.max(pixelOf(axis, view, time), 0), width)
  const words = (span: Span): string => formatDate(edtfOfSpan(span), language)
  const edges = {
    from: { from: range.from, to: range.from + 1 },
    to: { from: range.to - 1, to: range.to },
  }
  const status = picked
    ? t('timeline.chosenWords', { days: words(picked), count: counted.within(picked) })
    : strip.span && t('timeline.shownWords', { days: wordsOfSpan(strip.span) })
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
      <div className={css('plot')}>
        <StripPlot
          strip={strip}
          range={picked}
          onZoom={strip.zoom}
          onPan={strip.pan}
          onBrush={setBrushed}
          onChoose={choose}
        />
        <ListMark axis={axis} view={view} />
        {(['from', 'to'] as const).map(edge => (
          <DensityHandle
            key={edge}
            edge={edge}
            left={left(range[edge])}
            day={Math.floor(edges[edge].from / DAY)}
            first={Math.floor(axis.extent.from / DAY)}
            last={Math.ceil(axis.extent.to / DAY) - 1}
            words={words(edges[edge])}
            isChosen={picked !== undefined}
            onStep={by => step(edge, by)}
            onClear={() => onChange(undefined)}
          />
        ))}
      </div>
      <StripAxis strip={strip} onPan={strip.pan} />
      {lanes !== 'none' && <Lanes filter={filter} by={lanes} axis={axis} view={view} range={picked} />}
      <div className={css('chosen', !picked && 'shownSpan', status === undefined && 'silent')}>
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

/** A time moved by bars; the days of a list are whole, whatever the bars are. */
function stepped(cut: Cut, from: number, by: number): number {
  let time = from
  for (let left = Math.abs(by); left > 0; left--)
    time = by > 0 ? cut.next(cut.startOf(time)) : cut.startOf(time - 1)
  return by > 0 ? Math.ceil(time / DAY) * DAY : Math.floor(time / DAY) * DAY
}
