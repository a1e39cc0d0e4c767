import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './EmptyState.module.css'

const css = classNames(styles)

interface Props {
  readonly title: string
  readonly children?: ReactNode
  readonly icon?: ReactNode
  readonly actions?: ReactNode
}

/** What stands where there is nothing to show: why, and what can be done. */
export function EmptyState({ title, children, icon, actions }: Props) {
  return (
    <div className={css('empty')}>
      {icon && (
        <span className={css('icon')} aria-hidden="true">
          {icon}
        </span>
      )}
      <p className={css('title')}>{title}</p>
      {children && <div className={css('words')}>{children}</div>}
      {actions && <div className={css('actions')}>{actions}</div>}
    </div>
  )
}
