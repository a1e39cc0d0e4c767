import { Check, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../state/store.ts'
import { Button } from './Button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './IconButton.tsx'
import { MessageLine } from './MessageLine.tsx'
import styles from './ToastRegion.module.css'
import { dismissToast, type Toast, toasts } from './toasts.ts'

const css = classNames(styles)

/** Long enough to reach the Undo button by keyboard; a failure with something to do stays until it is dismissed. */
const SHOWN_MS = 8000

/** The messages at the foot of the window, read out politely as they come; below them what goes on meanwhile. */
export function ToastRegion({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className={css('region')} aria-label={t('common.messages')}>
      <div role="status" aria-live="polite">
        {useStore(toasts).map(toast => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </div>
      {children}
    </section>
  )
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation()
  const detail = toast.detail?.(t)
  useEffect(() => {
    if (toast.tone === 'failure' && !toast.isPassing) return undefined
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <MessageLine
      icon={
        <span className={css('icon', toast.tone)} aria-hidden="true">
          {toast.tone === 'done' ? <Check /> : <TriangleAlert />}
        </span>
      }
      words={
        <>
          <p className={css('title', toast.tone)}>{toast.title(t)}</p>
          {detail && <p className={css('detail')}>{detail}</p>}
        </>
      }
    >
      {[toast.action, toast.also].map(
        (action, at) =>
          action && (
            <Button
              key={at === 0 ? 'action' : 'also'}
              look="quiet"
              onPress={() => {
                action.run()
                dismissToast(toast.id)
              }}
            >
              {action.label(t)}
            </Button>
          ),
      )}
      <IconButton
        size="small"
        label={t('common.dismiss')}
        icon={<X />}
        onPress={() => dismissToast(toast.id)}
      />
    </MessageLine>
  )
}
