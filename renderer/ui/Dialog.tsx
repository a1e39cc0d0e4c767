import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

const css = classNames(styles)

interface Props {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly width?: 'narrow' | 'normal' | 'wide' | 'full'
  /** `alertdialog` for a question that has to be answered. */
  readonly role?: 'dialog' | 'alertdialog'
  /** The buttons at the foot. */
  readonly actions?: ReactNode
  /** True where the content scrolls and holds nothing that takes the focus, so that the keyboard can scroll it. */
  readonly isText?: boolean
}

/** A modal dialog: takes the focus, gives it back on closing, closes on Escape and on a press outside. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  width = 'normal',
  role = 'dialog',
  actions,
  isText,
}: Props) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      className={css('scrim')}
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
    >
      <Modal className={css('modal', width)}>
        <AriaDialog className={css('dialog')} role={role}>
          {/* Elements of the kind `header` and `footer` would be landmarks of the whole window here. */}
          <div className={css('head')}>
            <Heading slot="title" className={css('title')}>
              {title}
            </Heading>
            <IconButton label={t('common.close')} icon={<X />} onPress={onClose} />
          </div>
          <div className={css('content')} {...(isText ? { tabIndex: 0 } : {})}>
            {children}
          </div>
          {actions && <div className={css('actions')}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
