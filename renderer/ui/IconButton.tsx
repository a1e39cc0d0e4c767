import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './IconButton.module.css'
import { useKeyShortcuts } from './key-shortcuts.tsx'
import { Tooltip } from './Tooltip.tsx'

const css = classNames(styles)

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** The accessible name, also shown as the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** A key combination of the command table, shown in the tooltip and told to screen readers. */
  readonly keys?: string | undefined
  /** Whether what the button switches is on; undefined for a button that switches nothing. */
  readonly isOn?: boolean
  readonly size?: 'normal' | 'small'
}

export function IconButton({ label, icon, keys, isOn, size = 'normal', ...rest }: Props) {
  const shortcuts = useKeyShortcuts(keys)
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        {...shortcuts}
        className={css('button', size, isOn && 'on')}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
