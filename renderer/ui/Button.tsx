import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import styles from './Button.module.css'
import { classNames } from './class-names.ts'
import { Kbd } from './Kbd.tsx'
import { useKeyShortcuts } from './key-shortcuts.tsx'

const css = classNames(styles)

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode
  /** `strong` is the one main action of a place; `quiet` has no border; `danger` takes something away. */
  readonly look?: 'plain' | 'strong' | 'quiet' | 'danger'
  readonly icon?: ReactNode
  /** A key combination of the command table, printed beside the words. */
  readonly keys?: string
  /** True while something else has to end first. It does nothing then, and keeps the focus, unlike a disabled one. */
  readonly isResting?: boolean
}

export function Button({ children, look = 'plain', icon, keys, isResting, onPress, ...rest }: Props) {
  const shortcuts = useKeyShortcuts(keys)
  return (
    <AriaButton
      {...rest}
      {...shortcuts}
      {...(isResting ? { 'aria-disabled': true } : onPress ? { onPress } : {})}
      className={css('button', look)}
    >
      {icon}
      <span className={css('words')}>{children}</span>
      {keys && <Kbd keys={keys} />}
    </AriaButton>
  )
}
