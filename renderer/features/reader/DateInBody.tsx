import type { ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import { classNames } from '../../ui/class-names.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { DateMeaning } from '../dates/DateMeaning.tsx'
import type { ReaderDate } from '../dates/reader-dates.ts'
import styles from './DateInBody.module.css'
import { WALK_STOP } from './walk-stops.ts'

const css = classNames(styles)

interface Props {
  readonly date: ReaderDate
  /** Its number among the dates of the article. */
  readonly index: number
  readonly children: ReactNode
}

/** A date expression of the text with the days that it means, told on hover and on focus. A press opens its card. */
export const DateInBody = ({ date, index, children }: Props) => (
  <Tooltip text={<DateMeaning date={date} />} delay={150}>
    <Focusable>
      {/* biome-ignore lint/a11y/useSemanticElements: a button element would not wrap with the text */}
      <span
        role="button"
        tabIndex={-1}
        {...WALK_STOP}
        data-date-index={index}
        data-said={date.isNone ? 'none' : date.origin}
        className={css('date', date.isNone ? 'none' : date.origin === 'user' && 'own')}
      >
        {children}
      </span>
    </Focusable>
  </Tooltip>
)
