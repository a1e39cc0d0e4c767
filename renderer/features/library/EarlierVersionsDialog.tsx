import { useTranslation } from 'react-i18next'
import type { Output } from '../../../electron/ipc/contract.ts'
import { failureWords } from '../../api/failure-words.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { backupWhen } from './backup-days.ts'
import styles from './EarlierVersionsDialog.module.css'
import { fieldsWords } from './version-words.ts'
import { viewingVersions } from './viewing-versions.ts'

const css = classNames(styles)

type Version = Output<'backup:clipping-versions'>['versions'][number]

/** What the backups have of a clipping that is not as it is now, and the way back to one of them. */
export function EarlierVersionsDialog() {
  const id = useStore(viewingVersions)
  return id === undefined ? null : <VersionsOf key={id} id={id} />
}

const close = () => viewingVersions.set(undefined)

function VersionsOf({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data, error, isPending } = useRequest('backup:clipping-versions', { id })
  return (
    <Dialog isOpen title={t('backups.earlierTitle')} onClose={close}>
      {isPending && <p className={css('soft')}>{t('backups.earlierLoading')}</p>}
      {error && <p>{failureWords(t, error.failure).what}</p>}
      {data && data.versions.length === 0 && <p>{t('backups.earlierNone')}</p>}
      {data && data.versions.length > 0 && (
        <>
          <ul>
            {data.versions.map(version => (
              <VersionLine key={version.backup} id={id} version={version} />
            ))}
          </ul>
          <p className={css('detail')}>{t('backups.earlierDetail')}</p>
        </>
      )}
    </Dialog>
  )
}

function VersionLine({ id, version }: { readonly id: string; readonly version: Version }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const restore = useChange('backup:restore-clipping')
  const when = backupWhen(t, version.at, language, new Date())
  return (
    <li className={css('version')}>
      <div className={css('words')}>
        <p className={css('when')}>{when}</p>
        <p className={css('title')}>{version.title || t('timeline.untitled')}</p>
        <p className={css('soft')}>{fieldsWords(t, version)}</p>
      </div>
      <Button
        aria-label={t('backups.restoreVersionNamed', { when })}
        isDisabled={restore.isPending}
        onPress={async () => {
          if (await restore.run({ backup: version.backup, clipping: id })) close()
        }}
      >
        {t('backups.restoreVersion')}
      </Button>
    </li>
  )
}
