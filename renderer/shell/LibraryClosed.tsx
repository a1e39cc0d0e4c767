import { ArrowUpCircle, HardDrive, Lock, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, LibraryState } from '../../electron/ipc/contract.ts'
import { failureWords } from '../api/failure-words.ts'
import { isBusy } from '../api/job.ts'
import { useChange } from '../api/use-change.ts'
import { libraryTasks } from '../features/library/library-job.ts'
import { RepairDialog } from '../features/library/RepairDialog.tsx'
import { TaskStatus } from '../features/library/TaskStatus.tsx'
import { formatInstant } from '../i18n/format-date.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ClosedBackupsDialog } from './ClosedBackupsDialog.tsx'
import styles from './LibraryClosed.module.css'

const css = classNames(styles)

/** What the reason looks like, where it is not damage. */
const ICONS: Readonly<Partial<Record<Failure['code'], ReactNode>>> = {
  'library-locked': <Lock />,
  'library-missing': <HardDrive />,
  'library-newer': <ArrowUpCircle />,
}

interface Props {
  readonly library: LibraryState
  readonly failure: Failure
}

/** What stands in the window while the library cannot be opened: why, that nothing was lost, and the ways on. */
export function LibraryClosed({ library, failure }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'repair' | 'backups'>()
  const isRunning = isBusy(useStore(libraryTasks.job))
  const open = useChange('library:open')
  const make = useChange('library:new')
  const words = failureWords(t, failure)
  const { holder } = failure
  const isDamaged = failure.code === 'library-damaged'
  const isOff = isRunning || open.isPending
  const close = () => setAsked(undefined)
  return (
    <main className={css('closed')}>
      <EmptyState
        icon={ICONS[failure.code] ?? <TriangleAlert />}
        title={words.what}
        actions={
          <>
            {isDamaged ? (
              <Button look="strong" isDisabled={isOff} onPress={() => setAsked('repair')}>
                {t('library.repair')}
              </Button>
            ) : (
              <Button look="strong" isDisabled={isOff} onPress={() => void open.run({ path: library.path })}>
                {t('common.retry')}
              </Button>
            )}
            {isDamaged && (
              <Button isDisabled={isOff} onPress={() => setAsked('backups')}>
                {t('library.restoreFrom')}
              </Button>
            )}
            <Button isDisabled={isOff} onPress={() => void open.run({})}>
              {t('library.open')}
            </Button>
            {failure.code === 'library-missing' && (
              <Button isDisabled={isOff} onPress={() => void make.run({})}>
                {t('library.new')}
              </Button>
            )}
          </>
        }
      >
        <p>{words.kept}</p>
        {holder && <p>{t('banner.lockedBy', { host: holder.host, when: formatInstant(holder.since) })}</p>}
        <p>{words.todo}</p>
        <p className={css('path')}>{library.path}</p>
        <div className={css('task')}>
          <TaskStatus tasks={['repair', 'restore', 'verify', 'backup']} />
        </div>
      </EmptyState>
      {asked === 'repair' && <RepairDialog onClose={close} />}
      {asked === 'backups' && <ClosedBackupsDialog onClose={close} />}
    </main>
  )
}
