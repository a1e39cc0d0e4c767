import type { HTMLAttributes, ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { WALK_STOP } from './walk-stops.ts'

interface Props extends HTMLAttributes<HTMLSpanElement> {
  readonly tip: ReactNode
}

/** Words of the running text that tell more on hover and on focus, are a stop for the arrow keys, and can be pressed. */
export const PressableWords = ({ tip, children, ...rest }: Props) => (
  <Tooltip text={tip} delay={150}>
    <Focusable>
      {/* biome-ignore lint/a11y/useSemanticElements: a button element would not wrap with the text */}
      <span role="button" tabIndex={-1} {...WALK_STOP} {...rest}>
        {children}
      </span>
    </Focusable>
  </Tooltip>
)
