import { Cloud, Files, HardDrive, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, LibraryState } from '../../electron/ipc/contract.ts'
import { failureWords } from '../api/failure-words.ts'
import { useChange } from '../api/use-change.ts'
import { ConflictCopiesDialog } from '../features/library/ConflictCopiesDialog.tsx'
import { showsDamage } from '../features/library/findings.ts'
import { libraryTasks, startTask } from '../features/library/library-job.ts'
import { formatInstant } from '../i18n/format-date.ts'
import type { Route } from '../routing/route.ts'
import { navigate, useRouteOf } from '../routing/use-route.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './Banner.module.css'
import { type BannerNote, gravestNote, isDismissible } from './banner-note.ts'
import { dismissedNotes, dismissNote } from './dismissed-notes.ts'

const css = classNames(styles)

const onShow = ({ view, section }: Route) => ({ view, section })

/** The gravest thing that there is to say about the library, over the whole window, with what can be done. */
export function Banner({ library }: { readonly library: LibraryState }) {
  const { t } = useTranslation()
  const dismissed = useStore(dismissedNotes)
  const job = useStore(libraryTasks.job)
  const { view, section } = useRouteOf(onShow)
  // Beside the report itself there is nothing to lead to.
  const isAtReport = view === 'settings' && section === 'library'
  const isDamaged = !isAtReport && job.kind === 'done' && showsDamage(job.report)
  const note = gravestNote(library, isDamaged, dismissed)
  return (
    <div aria-live="polite">
      {note && (
        <section aria-label={t('banner.label')}>
          <Note note={note} path={library.path} />
        </section>
      )}
    </div>
  )
}

const READ_ONLY = [
  'disk-full',
  'library-missing',
  'read-only',
  'write-failed',
  'library-newer',
  'library-damaged',
  'library-locked',
] as const

const toSection = (section: 'library' | 'backups') => navigate({ view: 'settings', section, pane: 'list' })

const verifyNow = () => {
  toSection('library')
  void startTask('verify')
}

function Note({ note, path }: { readonly note: BannerNote; readonly path: string }) {
  const { t } = useTranslation()
  const [isListing, setIsListing] = useState(false)
  const words = (icon: ReactNode, what: string, todo: string, actions: ReactNode) => (
    <div className={css('banner', note.kind === 'cloud' ? 'advice' : 'grave')}>
      <span className={css('icon')} aria-hidden="true">
        {icon}
      </span>
      <p className={css('words')}>
        <strong>{what}</strong> <span>{todo}</span>
      </p>
      <div className={css('actions')}>
        {actions}
        {isDismissible(note) && (
          <IconButton
            size="small"
            label={t('banner.dismiss')}
            icon={<X />}
            onPress={() => dismissNote(note, path)}
          />
        )}
      </div>
    </div>
  )
  switch (note.kind) {
    case 'read-only':
      return <ReadOnly failure={note.failure} path={path} words={words} />
    case 'damaged':
      return words(
        <TriangleAlert />,
        t('banner.damaged'),
        t('banner.damagedTodo'),
        <Button onPress={() => toSection('library')}>{t('library.toReport')}</Button>,
      )
    case 'conflicts':
      return (
        <>
          {words(
            <Files />,
            t('banner.conflicts', { count: note.copies.length }),
            t('banner.conflictsTodo'),
            <Button onPress={() => setIsListing(true)}>{t('banner.conflictsShow')}</Button>,
          )}
          {isListing && <ConflictCopiesDialog copies={note.copies} onClose={() => setIsListing(false)} />}
        </>
      )
    case 'backup-failed': {
      const { what, todo } = failureWords(t, note.failure)
      return words(
        <TriangleAlert />,
        t('banner.backupFailed'),
        [what, t('common.sentenceEnd'), todo].join(''),
        <>
          <Button
            onPress={() => {
              toSection('backups')
              void startTask('backup')
            }}
          >
            {t('banner.retry')}
          </Button>
          <Button onPress={() => toSection('backups')}>{t('banner.toBackups')}</Button>
        </>,
      )
    }
    case 'cloud':
      return words(
        <Cloud />,
        t('banner.cloud', { service: note.service ?? t('banner.cloudUnnamed') }),
        t('banner.cloudTodo'),
        <Button onPress={() => dismissNote(note, path)}>{t('banner.understood')}</Button>,
      )
  }
}

interface ReadOnlyProps {
  readonly failure: Failure
  readonly path: string
  readonly words: (icon: ReactNode, what: string, todo: string, actions: ReactNode) => ReactNode
}

/** Why nothing can be written, and the way on that fits the reason. */
function ReadOnly({ failure, path, words }: ReadOnlyProps) {
  const { t } = useTranslation()
  const open = useChange('library:open')
  const reason = READ_ONLY.find(code => code === failure.code) ?? 'read-only'
  const { holder } = failure
  const todo = [
    ...(holder ? [t('banner.lockedBy', { host: holder.host, when: formatInstant(holder.since) })] : []),
    ...(failure.leftOut ? [t('banner.leftOut', { count: failure.leftOut })] : []),
    t(`banner.readOnly.${reason}.todo`),
  ].join(t('common.sentenceGap'))
  const retry = (
    <Button isDisabled={open.isPending} onPress={() => void open.run({ path })}>
      {t('banner.retry')}
    </Button>
  )
  const verify = <Button onPress={verifyNow}>{t('banner.verify')}</Button>
  return words(
    reason === 'library-missing' ? <HardDrive /> : <TriangleAlert />,
    t(`banner.readOnly.${reason}.what`),
    todo,
    reason === 'library-damaged' ? verify : reason === 'library-newer' ? null : retry,
  )
}
