import type { ButtonProps } from 'react-aria-components'
import { ariaKeys } from '../commands/keys.ts'
import { usePlatform } from '../state/platform.ts'

/** Tells screen readers a button's key. React Aria's Button drops `aria-keyshortcuts`, so it is added on rendering. */
export function useKeyShortcuts(keys: string | undefined): Pick<ButtonProps, 'render'> {
  const platform = usePlatform()
  if (!keys) return {}
  return { render: props => <button {...props} aria-keyshortcuts={ariaKeys(keys, platform)} /> }
}
