import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Sidebar } from '../features/sidebar/Sidebar.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './Drawer.module.css'

const css = classNames(styles)

/** The whole sidebar over the window, where there is no room for it beside the list. */
export function Drawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <ModalOverlay className={css('scrim')} isOpen isDismissable onOpenChange={open => !open && onClose()}>
      <Modal className={css('drawer')}>
        <Dialog className={css('dialog')} aria-label={t('shell.sidebar')}>
          <Sidebar onFollow={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
