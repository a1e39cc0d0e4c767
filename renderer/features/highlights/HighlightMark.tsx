import type { ReactNode } from 'react'
import type { Highlight } from '../../../electron/core/model/highlight.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './HighlightMark.module.css'

const css = classNames(styles)

/** Highlighted words of the text. A press on them is answered by the body: words that can be pressed would not wrap. */
export const HighlightMark = ({
  highlight: { id, colour, note },
  children,
}: {
  readonly highlight: Highlight
  readonly children: ReactNode
}) => (
  <mark
    className={css('highlight', note !== undefined && 'noted')}
    data-highlight={id}
    data-marker={colour}
    title={note}
  >
    {children}
  </mark>
)
