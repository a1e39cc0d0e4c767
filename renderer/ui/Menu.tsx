import { ChevronRight } from 'lucide-react'
import { type ReactElement, type ReactNode, useRef } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
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
  /** Given where a key opens it, too. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
}

/** A menu on a button: `MenuItem`s and `MenuLine`s. */
export function Menu({ trigger, label, children, ...open }: Props) {
  return (
    <MenuTrigger {...open}>
      {trigger}
      <Popover className={css('popover')} offset={4}>
        <AriaMenu className={css('menu')} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

interface ContextMenuProps {
  /** Where the pointer was, in the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Where a context menu opens: at the pointer, or at the thing where the key for it was pressed, which tells no place. */
export function menuPlace(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  thing: Element | null,
): { x: number; y: number } {
  const box = thing?.getBoundingClientRect()
  const isByKey =
    box !== undefined &&
    (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom)
  const isNowhere = clientX === 0 && clientY === 0
  return box !== undefined && (isByKey || isNowhere)
    ? { x: box.left + 34, y: box.bottom }
    : { x: clientX, y: clientY }
}

/** The menu of the thing under the pointer, or of the active one where the key for it was pressed. */
export function ContextMenu({ at, label, onClose, children }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} className={css('anchor')} style={{ left: at.x, top: at.y }} />
      <Popover
        className={css('popover')}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={isOpen => !isOpen && onClose()}
      >
        <AriaMenu className={css('menu')} aria-label={label} autoFocus="first" onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  )
}

interface SubmenuProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A line of a menu that opens another beside it. */
export function Submenu({ label, icon, children }: SubmenuProps) {
  return (
    <SubmenuTrigger>
      <AriaMenuItem className={css('item')} textValue={label}>
        <span className={css('icon')} aria-hidden="true">
          {icon}
        </span>
        <span className={css('words')}>{label}</span>
        <ChevronRight className={css('more')} aria-hidden="true" />
      </AriaMenuItem>
      <Popover className={css('popover', 'narrow')} offset={-2}>
        <AriaMenu className={css('menu')} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
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
