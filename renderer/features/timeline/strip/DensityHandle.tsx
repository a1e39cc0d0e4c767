import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../ui/class-names.ts'
import styles from './DensityStrip.module.css'

const css = classNames(styles)

/** How far a key moves: by bars, or to an end. */
export type Step = number | 'first' | 'last'

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: 'first',
  End: 'last',
}

interface Props {
  readonly edge: 'from' | 'to'
  /** Pixels from the left of the strip. */
  readonly left: number
  readonly day: number
  readonly first: number
  readonly last: number
  readonly words: string
  readonly isChosen: boolean
  readonly onStep: (step: Step) => void
  readonly onClear: () => void
}

/** One end of the chosen days: a slider for the keyboard (arrows, Page keys, Home, End, Escape). */
export function DensityHandle({ edge, left, day, first, last, words, isChosen, onStep, onClear }: Props) {
  const { t } = useTranslation()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const step = STEPS[event.key]
    if (event.key === 'Escape' && isChosen) onClear()
    else if (step !== undefined) onStep(step)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      className={css('handle', isChosen && 'shown')}
      style={{ left }}
      aria-label={t(edge === 'from' ? 'timeline.densityFrom' : 'timeline.densityTo')}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={day}
      aria-valuetext={words}
      onKeyDown={onKeyDown}
    />
  )
}
