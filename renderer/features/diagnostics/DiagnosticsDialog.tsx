import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { runCommand, useCommand } from '../../commands/registry.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { copyText } from '../reader/copy-text.ts'
import styles from './DiagnosticsDialog.module.css'
import { showingDiagnostics } from './showing-diagnostics.ts'

const css = classNames(styles)

const close = () => showingDiagnostics.set(false)

/** Answers the command and the native menu, also while no library is open. */
export function DiagnosticsDialog() {
  useCommand('show-diagnostics', () => showingDiagnostics.set(true))
  useEffect(
    () =>
      window.cuttings.on('menu:command', ({ command }) => {
        if (command === 'diagnostics') runCommand('show-diagnostics')
      }),
    [],
  )
  return useStore(showingDiagnostics) ? <Diagnostics /> : null
}

/** What is shown is what is copied, to the letter. */
function Diagnostics() {
  const { t } = useTranslation()
  const [text, setText] = useState<string>()
  useEffect(() => {
    send('app:diagnostics', {}).then(answer => setText(answer.text), showFailure)
  }, [])
  if (text === undefined) return null
  const copy = () => {
    if (!copyText(text)) return showToast({ tone: 'failure', title: t => t('diagnostics.notCopied') })
    showToast({ tone: 'done', title: t => t('diagnostics.copied') })
    close()
  }
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('diagnostics.title')}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('common.close')}</Button>
          <Button look="strong" autoFocus onPress={copy}>
            {t('diagnostics.copy')}
          </Button>
        </>
      }
    >
      <p className={css('note')}>{t('diagnostics.note')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <pre className={css('text')} tabIndex={0} lang="en">
        {text}
      </pre>
    </Dialog>
  )
}
