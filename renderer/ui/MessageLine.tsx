import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './MessageLine.module.css'

const css = classNames(styles)

interface Props {
  /** What it says. */
  readonly words: ReactNode
  /** A sign before the words, which say the same. */
  readonly icon?: ReactNode
  /** The buttons behind them. */
  readonly children: ReactNode
}

/** A line that floats at the foot of the window: a message, or what goes on meanwhile. */
export function MessageLine({ words, icon, children }: Props) {
  return (
    <div className={css('line')}>
      {icon}
      <div className={css('words')}>{words}</div>
      {children}
    </div>
  )
}
