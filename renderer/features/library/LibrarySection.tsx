import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LibraryState } from '../../../electron/ipc/contract.ts'
import { isBusy } from '../../api/job.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SettingsRow } from '../settings/SettingsRow.tsx'
import { formatBytes } from './format-bytes.ts'
import styles from './LibrarySection.module.css'
import { libraryTasks, startTask } from './library-job.ts'
import { RecentLibraries } from './RecentLibraries.tsx'
import { TaskStatus } from './TaskStatus.tsx'

const css = classNames(styles)

/** Which library is open and where, the others, and what can be done with one as a whole. */
export function LibrarySection() {
  const { t } = useTranslation()
  const { data: library } = useRequest('library:state', {})
  const isRunning = isBusy(useStore(libraryTasks.job))
  const open = useChange('library:open')
  const make = useChange('library:new')
  if (!library) return null
  return (
    <>
      <SettingsRow title={t('library.this')}>
        <ThisLibrary library={library} isRunning={isRunning} />
      </SettingsRow>
      <SettingsRow title={t('library.others')}>
        <div className={css('actions')}>
          <Button isResting={isRunning} onPress={() => void open.run({})}>
            {t('library.open')}
          </Button>
          <Button isResting={isRunning} onPress={() => void make.run({})}>
            {t('library.new')}
          </Button>
        </div>
        <RecentLibraries path={library.path} isDisabled={isRunning} />
      </SettingsRow>
      <SettingsRow title={t('verify.title')}>
        <p className={css('soft')}>{t('verify.detail')}</p>
        <Button isResting={isRunning} onPress={() => void startTask('verify')}>
          {t('verify.start')}
        </Button>
        <TaskStatus tasks={['verify', 'repair']} />
      </SettingsRow>
      <SettingsRow title={t('library.archiveTitle')}>
        <p className={css('soft')}>{t('library.archiveDetail')}</p>
        <div className={css('actions')}>
          <Button isResting={isRunning} onPress={() => void startTask('archive')}>
            {t('library.archive')}
          </Button>
          <Button isResting={isRunning} onPress={() => void startTask('import-archive')}>
            {t('library.importArchive')}
          </Button>
        </div>
        <TaskStatus tasks={['archive', 'import-archive']} />
      </SettingsRow>
    </>
  )
}

interface Props {
  readonly library: LibraryState
  readonly isRunning: boolean
}

function ThisLibrary({ library, isRunning }: Props) {
  const { t } = useTranslation()
  const reveal = useChange('library:reveal')
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const { all, trash } = overview?.shelves ?? { all: library.clippings, trash: 0 }
  const facts = [
    t('library.holds', { count: all }),
    ...(trash === 0 ? [] : [t('library.inTrash', { count: trash })]),
    ...(library.bytes === undefined ? [] : [t('library.size', { size: formatBytes(library.bytes) })]),
  ]
  return (
    <>
      <div>
        <p className={css('name')}>{library.name}</p>
        <p className={css('path')}>{library.path}</p>
      </div>
      <p className={css('facts')}>{facts.join(' · ')}</p>
      <p className={css('soft')}>{t('library.detail')}</p>
      <div className={css('actions')}>
        <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void reveal.run({})}>
          {t('library.reveal')}
        </Button>
        <Button isResting={isRunning} onPress={() => void startTask('move')}>
          {t('library.move')}
        </Button>
        <Button isResting={isRunning} onPress={() => void startTask('copy')}>
          {t('library.copy')}
        </Button>
      </div>
      <p className={css('note')}>{t('library.moveDetail')}</p>
      <TaskStatus tasks={['move', 'copy']} />
    </>
  )
}
