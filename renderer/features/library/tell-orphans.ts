import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { showToast } from '../../ui/toasts.ts'

/** Tells of the end of what a window had started that is closed by now, for it would be told nowhere else. */
export function tellOrphans(): void {
  window.cuttings.on('job:ended', ({ job, outcome, isOrphan }) => {
    if (isOrphan !== true || outcome.kind === 'cancelled') return
    if (outcome.kind === 'failed') {
      const { code } = outcome.failure
      showToast({
        tone: 'failure',
        title: t => t('shell.orphan.failed', { what: t(`failure.${code}.what`) }),
        detail: t => t(`failure.${code}.todo`),
      })
      return
    }
    showToast({
      tone: 'done',
      title: t => t('shell.orphan.done'),
      action: {
        label: t => t('exporting.reveal'),
        run: () => void send('job:reveal', { job }).catch(showFailure),
      },
    })
  })
}
