import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { DateMeaning } from '../dates/DateMeaning.tsx'
import type { ReaderDate } from '../dates/reader-dates.ts'
import styles from './DateInBody.module.css'
import { PressableWords } from './PressableWords.tsx'

const css = classNames(styles)

interface Props {
  readonly date: ReaderDate
  /** Its number among the dates of the article. */
  readonly index: number
  readonly children: ReactNode
}

/** A date expression of the text with the days that it means. A press opens its card. */
export const DateInBody = ({ date, index, children }: Props) => (
  <PressableWords
    tip={<DateMeaning date={date} />}
    data-date-index={index}
    data-said={date.isNone ? 'none' : date.origin}
    className={css('date', date.isNone ? 'none' : date.origin === 'user' && 'own')}
  >
    {children}
  </PressableWords>
)
