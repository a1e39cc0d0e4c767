import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { startTask } from './library-job.ts'

/** Says what a repair does and keeps, and asks. */
export function RepairDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('verify.repairTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="strong"
            autoFocus
            onPress={() => {
              onClose()
              void startTask('repair')
            }}
          >
            {t('verify.repairStart')}
          </Button>
        </>
      }
    >
      <p>{t('verify.repairDetail')}</p>
    </Dialog>
  )
}
