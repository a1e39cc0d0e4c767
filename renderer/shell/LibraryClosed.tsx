import { useTranslation } from 'react-i18next'
import type { Output } from '../../electron/ipc/contract.ts'
import { failureWords } from '../api/failure-words.ts'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './LibraryClosed.module.css'

const css = classNames(styles)

type Closed = Extract<Output<'app:start'>['library'], { state: 'closed' }>

/** What stands in the window when the library could not be opened: why, that nothing was lost, what to do. */
export function LibraryClosed({ library }: { readonly library: Closed }) {
  const { t } = useTranslation()
  const words = failureWords(t, library.failure)
  return (
    <main className={css('closed')}>
      <EmptyState title={words.what}>
        <p>{words.kept}</p>
        <p>{words.todo}</p>
        <p>{t('shell.closedWhere', { path: library.path })}</p>
      </EmptyState>
    </main>
  )
}
