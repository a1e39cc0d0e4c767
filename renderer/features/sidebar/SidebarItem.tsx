import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { classNames } from '../../ui/class-names.ts'
import { Sparkline } from '../timeline/Sparkline.tsx'
import styles from './Sidebar.module.css'
import { useClippingDrop } from './use-clipping-drop.ts'
import { type Movable, useLineDrag } from './use-line-drag.ts'

const css = classNames(styles)

interface Props {
  readonly href: string
  readonly icon: ReactNode
  readonly children: string
  readonly isCurrent: boolean
  readonly count?: number | undefined
  readonly keys?: ReactNode
  readonly depth?: number
  /** What stands beside the link: a menu, a fold. Shown on hover and focus. */
  readonly beside?: ReactNode
  /** What the name does not say. */
  readonly title?: string
  /** What a sparkline on hover and focus counts. */
  readonly spark?: Filter
  readonly onFollow?: (() => void) | undefined
  readonly onContextMenu?: (event: MouseEvent<HTMLElement>) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** What is done with clippings that are dropped here. */
  readonly onDropClippings?: ((ids: readonly string[]) => void) | undefined
  /** Where it can be dragged, and what can be dragged onto it. */
  readonly movable?: Movable
}

/** One line of the sidebar: a link, so that it can be followed, opened and read out as one. */
export function SidebarItem({
  href,
  icon,
  children,
  isCurrent,
  count,
  keys,
  depth = 0,
  beside,
  title,
  spark,
  onFollow,
  onContextMenu,
  onKeyDown,
  onDropClippings,
  movable,
}: Props) {
  const { isOver, target } = useClippingDrop(onDropClippings)
  const drag = useLineDrag(movable)
  const link = (
    <a
      href={href}
      data-nav-item=""
      data-line={movable?.line.id}
      className={css('link')}
      style={{ paddingInlineStart: 10 + depth * 18 }}
      draggable={false}
      title={title}
      onKeyDown={onKeyDown}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
      {...(onFollow ? { onClick: onFollow } : {})}
    >
      <span className={css('icon')} aria-hidden="true">
        {icon}
      </span>
      <span className={css('label')}>{children}</span>
      {keys}
      {count !== undefined && <span className={css('count')}>{count.toLocaleString('en-GB')}</span>}
    </a>
  )
  return (
    <li
      className={css('item', isCurrent && 'current', (isOver || drag.over === 'into') && 'into', drag.over)}
      onContextMenu={onContextMenu}
      {...drag.source}
      onDragOver={event => {
        target.onDragOver(event)
        drag.target.onDragOver(event)
      }}
      onDragLeave={event => {
        target.onDragLeave(event)
        drag.target.onDragLeave(event)
      }}
      onDrop={event => {
        target.onDrop(event)
        drag.target.onDrop(event)
      }}
    >
      {spark ? (
        <Sparkline filter={spark}>
          <Focusable>{link}</Focusable>
        </Sparkline>
      ) : (
        link
      )}
      {beside && <span className={css('beside')}>{beside}</span>}
    </li>
  )
}
