import { Fragment, type ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './Marked.module.css'

const css = classNames(styles)

interface MarkProps {
  readonly children: ReactNode
  /** Which match of the article it is a part of. */
  readonly match?: number
  /** Whether it is the match that was gone to last. */
  readonly isNow?: boolean
}

/** What the search found, in the text around it. */
export const Mark = ({ children, match, isNow = false }: MarkProps) => (
  <mark className={css('mark', isNow && 'now')} data-match={match} aria-current={isNow ? true : undefined}>
    {children}
  </mark>
)

interface Place {
  readonly start: number
  readonly end: number
  readonly index?: number
}

interface Props {
  readonly text: string
  /** In order, and apart from each other. */
  readonly places: readonly Place[]
  readonly now?: number | undefined
}

/** A text with the places of what was found marked. */
export const Marked = ({ text, places, now }: Props) => (
  <>
    {places.map(({ start, end, index }, at) => (
      <Fragment key={start}>
        {text.slice(places[at - 1]?.end ?? 0, start)}
        <Mark {...(index === undefined ? {} : { match: index, isNow: index === now })}>
          {text.slice(start, end)}
        </Mark>
      </Fragment>
    ))}
    {text.slice(places.at(-1)?.end ?? 0)}
  </>
)
