import { X } from 'lucide-react'
import { memo, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bucket } from '../../../electron/core/model/listing.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { DensityHandle } from './DensityHandle.tsx'
import styles from './DensityStrip.module.css'
import { axisOf, barsOf, busiestOf, type Days, daysOf } from './density.ts'

const css = classNames(styles)

const HEIGHT = 44
const LABEL_PX = 46
const WIDEST_PX = 9
/** A bar of full height stands for at least this many, so that single clippings do not look like peaks. */
const FULL = 4

interface Props {
  readonly density: readonly Bucket[]
  readonly days: Days | undefined
  /** The width of the strip in pixels. */
  readonly width: number
  readonly onChange: (days: Days | undefined) => void
}

/**
 * How many clippings fall on which days, as bars. Dragging over them, or moving the two handles by keyboard,
 * keeps the list to those days.
 */
export const DensityStrip = memo(function DensityStrip({ density, days, width, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const plot = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<readonly [number, number]>()
  const busiest = busiestOf(density)
  const firstBar = density[0]
  const lastBar = density.at(-1)
  if (!busiest || !firstBar || !lastBar || density.length < 2) return null

  const pitch = width / density.length
  const bar = Math.min(Math.max(pitch - (pitch > 4 ? 1.4 : 0.5), 1), WIDEST_PX)
  const [start, end] = drag ? [Math.min(...drag), Math.max(...drag)] : barsOf(density, days)
  const isChosen = days !== undefined || drag !== undefined
  const words = (date: string) => formatDate(date, language)

  const barAt = (event: PointerEvent) => {
    const left = plot.current?.getBoundingClientRect().left ?? 0
    return Math.min(Math.max(Math.floor((event.clientX - left) / pitch), 0), density.length - 1)
  }
  const finish = () => {
    if (!drag) return
    onChange(daysOf(density, drag[0], drag[1]))
    setDrag(undefined)
  }
  const total = density.reduce((sum, { count }) => sum + count, 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups two sliders
    <div
      role="group"
      className={css('strip')}
      aria-label={`${t('timeline.density')}. ${t('timeline.densityWords', {
        from: words(firstBar.from),
        to: words(lastBar.to),
        total,
        busiest: words(busiest.from),
        most: busiest.count,
      })}`}
    >
      <div className={css('plot')}>
        <svg
          ref={plot}
          aria-hidden="true"
          width={width}
          height={HEIGHT}
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId)
            setDrag([barAt(event), barAt(event)])
          }}
          onPointerMove={event => drag && setDrag([drag[0], barAt(event)])}
          onPointerUp={finish}
          onPointerCancel={() => setDrag(undefined)}
        >
          {isChosen && (
            <rect
              className={css('window')}
              x={start * pitch}
              width={(end - start + 1) * pitch}
              height={HEIGHT}
              rx={3}
            />
          )}
          {density.map(({ from, to, count }, at) => {
            const height = count === 0 ? 1 : 3 + (count / Math.max(busiest.count, FULL)) * (HEIGHT - 7)
            return (
              <rect
                key={from}
                className={css(
                  'bar',
                  isChosen && at >= start && at <= end && 'inside',
                  count === 0 && 'none',
                )}
                x={at * pitch + (pitch > WIDEST_PX ? (pitch - bar) / 2 : 0)}
                y={HEIGHT - height}
                width={bar}
                height={height}
                rx={Math.min(bar / 3, 1)}
              >
                <title>
                  {t('timeline.barWords', { date: words(from === to ? from : `${from}/${to}`), count })}
                </title>
              </rect>
            )
          })}
        </svg>
        {(['from', 'to'] as const).map(edge => (
          <DensityHandle
            key={edge}
            edge={edge}
            density={density}
            range={[start, end]}
            pitch={pitch}
            isChosen={isChosen}
            onChange={onChange}
          />
        ))}
      </div>
      <div className={css('axis')} aria-hidden="true">
        {axisOf(density, LABEL_PX / pitch).map(({ at, text }) => (
          <span key={at} style={{ left: Math.min(at * pitch, width - LABEL_PX) }}>
            {text}
          </span>
        ))}
      </div>
      {days && (
        <div className={css('chosen')}>
          <span>{words(days.from === days.to ? days.from : `${days.from}/${days.to}`)}</span>
          <IconButton
            size="small"
            label={t('timeline.clearDays')}
            icon={<X />}
            onPress={() => onChange(undefined)}
          />
        </div>
      )}
    </div>
  )
})
