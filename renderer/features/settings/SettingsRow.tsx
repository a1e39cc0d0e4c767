import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './SettingsRow.module.css'

const css = classNames(styles)

/** One line of the settings between two rules: its name at the left, what it is at the right. */
export function SettingsRow({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={css('row')}>
      <h3 className={css('name')}>{title}</h3>
      <div className={css('content')}>{children}</div>
    </div>
  )
}
