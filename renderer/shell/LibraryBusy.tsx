import { useTranslation } from 'react-i18next'
import type { LibraryState } from '../../electron/ipc/contract.ts'
import { libraryTasks } from '../features/library/library-job.ts'
import { TaskProgress } from '../features/library/TaskStatus.tsx'
import { useStore } from '../state/store.ts'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './LibraryClosed.module.css'

const css = classNames(styles)

/** What stands in the window while the library is being opened, or a task has it for itself. */
export function LibraryBusy({ library }: { readonly library: LibraryState }) {
  const { t } = useTranslation()
  const job = useStore(libraryTasks.job)
  return (
    <main className={css('closed', 'soon')}>
      <EmptyState title={library.name}>
        <p>{t(job.kind === 'running' ? 'library.busyDetail' : 'library.opening')}</p>
        <div className={css('task')} role="status">
          {job.kind === 'running' && <TaskProgress job={job} />}
        </div>
      </EmptyState>
    </main>
  )
}
