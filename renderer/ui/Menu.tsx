import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'

const css = classNames(styles)

interface Props {
  /** The button that opens the menu. */
  readonly trigger: ReactElement
  /** The accessible name of the menu. */
  readonly label: string
  readonly children: ReactNode
}

/** A menu on a button: `MenuItem`s and `MenuLine`s. */
export function Menu({ trigger, label, children }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css('popover')} offset={4}>
        <AriaMenu className={css('menu')} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

interface ItemProps {
  readonly children: string
  readonly onAction: () => void
  readonly icon?: ReactNode
  readonly keys?: string
  readonly look?: 'plain' | 'danger'
  readonly isDisabled?: boolean
}

export function MenuItem({ children, onAction, icon, keys, look = 'plain', isDisabled = false }: ItemProps) {
  return (
    <AriaMenuItem
      className={css('item', look)}
      textValue={children}
      onAction={onAction}
      isDisabled={isDisabled}
    >
      <span className={css('icon')} aria-hidden="true">
        {icon}
      </span>
      <span className={css('words')}>{children}</span>
      {keys && <Kbd keys={keys} />}
    </AriaMenuItem>
  )
}

export const MenuLine = () => <Separator className={css('line')} />
