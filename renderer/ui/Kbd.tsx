import { printKeys } from '../commands/keys.ts'
import { usePlatform } from '../state/platform.ts'
import { classNames } from './class-names.ts'
import styles from './Kbd.module.css'

const css = classNames(styles)

/** A key combination of the command table as this platform prints it. Screen readers hear `aria-keyshortcuts` instead. */
export function Kbd({ keys, look = 'plain' }: { readonly keys: string; readonly look?: 'plain' | 'boxed' }) {
  return (
    <span className={css('kbd', look)} aria-hidden="true">
      {printKeys(keys, usePlatform())}
    </span>
  )
}
