import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LibraryState } from '../../../electron/ipc/contract.ts'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './Report.module.css'

const css = classNames(styles)

interface Props {
  readonly copies: LibraryState['conflictCopies']
  readonly onClose: () => void
}

/** The copies that a syncing program left beside the library's files, and the way to their folder. */
export function ConflictCopiesDialog({ copies, onClose }: Props) {
  const { t } = useTranslation()
  const reveal = useChange('library:reveal')
  return (
    <Dialog
      isOpen
      width="wide"
      isText
      title={t('banner.conflictsTitle')}
      onClose={onClose}
      actions={
        <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void reveal.run({})}>
          {t('library.reveal')}
        </Button>
      }
    >
      <p className={css('soft')}>{t('banner.conflictsDetail')}</p>
      <ul className={css('list')}>
        {copies.map(({ path, of }) => (
          <li key={path}>
            <p className={css('path')}>{path}</p>
            <p className={css('soft')}>{t('banner.conflictOf', { of })}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
