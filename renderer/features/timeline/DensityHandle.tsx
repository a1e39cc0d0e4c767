import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bucket } from '../../../electron/core/model/listing.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './DensityStrip.module.css'
import { type Days, daysOf } from './density.ts'

const css = classNames(styles)

interface Props {
  readonly edge: 'from' | 'to'
  readonly density: readonly Bucket[]
  readonly range: readonly [number, number]
  readonly pitch: number
  readonly isChosen: boolean
  readonly onChange: (days: Days | undefined) => void
}

/** One end of the chosen days: a slider for the keyboard (arrows, Page keys, Home, End, Escape). */
export function DensityHandle({ edge, density, range, pitch, isChosen, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [start, end] = range
  const last = density.length - 1
  const value = edge === 'from' ? start : end
  const lowest = edge === 'from' ? 0 : start
  const highest = edge === 'from' ? end : last
  const day = edge === 'from' ? density[value]?.from : density[value]?.to

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: value - 1,
      ArrowDown: value - 1,
      ArrowRight: value + 1,
      ArrowUp: value + 1,
      PageDown: value - 7,
      PageUp: value + 7,
      Home: lowest,
      End: highest,
    }
    if (event.key === 'Escape' && isChosen) {
      event.preventDefault()
      onChange(undefined)
      return
    }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    const moved = Math.min(Math.max(move, lowest), highest)
    onChange(edge === 'from' ? daysOf(density, moved, end) : daysOf(density, start, moved))
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      className={css('handle', isChosen && 'shown')}
      style={{ left: edge === 'from' ? start * pitch : (end + 1) * pitch }}
      aria-label={t(edge === 'from' ? 'timeline.densityFrom' : 'timeline.densityTo')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={value}
      aria-valuetext={day ? formatDate(day, language) : ''}
      onKeyDown={onKeyDown}
    />
  )
}
