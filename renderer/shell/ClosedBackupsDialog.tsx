import { useTranslation } from 'react-i18next'
import { failureWords } from '../api/failure-words.ts'
import { useRequest } from '../api/use-request.ts'
import { BackupList } from '../features/library/BackupList.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** The backups of a library that does not open, so that one of them can be opened in its stead. */
export function ClosedBackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error } = useRequest('backup:list', {})
  return (
    <Dialog isOpen title={t('backups.list')} onClose={onClose}>
      {error && <p>{failureWords(t, error.failure).what}</p>}
      {data?.backups.length === 0 && <p>{t('backups.none')}</p>}
      {data && <BackupList backups={data.backups} unreadable={data.unreadable} isDisabled={false} />}
    </Dialog>
  )
}
