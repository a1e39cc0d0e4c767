import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Kbd } from './Kbd.tsx'
import styles from './Tooltip.module.css'

const css = classNames(styles)

interface Props {
  readonly text: ReactNode
  readonly keys?: string | undefined
  /** A focusable React Aria element: a button, a link, a `Focusable`. */
  readonly children: ReactElement
  readonly delay?: number
}

/** Says on hover and on focus what an element is; a floating layer of one line or a few. */
export function Tooltip({ text, keys, children, delay = 500 }: Props) {
  return (
    <TooltipTrigger delay={delay} closeDelay={80}>
      {children}
      <AriaTooltip className={css('tooltip')} offset={6}>
        {text}
        {keys && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
