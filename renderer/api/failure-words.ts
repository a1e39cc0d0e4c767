import type { TFunction } from 'i18next'
import type { Failure } from '../../electron/ipc/contract.ts'
import { showToast } from '../ui/toasts.ts'
import { RequestFailed } from './bridge.ts'

/** A failure in words: what happened, that nothing was lost, and what to do. */
export function failureWords(t: TFunction, failure: Pick<Failure, 'code'>) {
  return {
    what: t(`failure.${failure.code}.what`),
    kept: t(`failure.${failure.code}.kept`),
    todo: t(`failure.${failure.code}.todo`),
  }
}

/** Tells the user that a request failed. What is not a failure of the contract is a bug and counts as internal. */
export function showFailure(error: unknown): void {
  const code = error instanceof RequestFailed ? error.failure.code : 'internal'
  if (code === 'cancelled') return
  showToast({
    tone: 'failure',
    isPassing: code === 'nothing-to-clip' || code === 'nothing-to-undo',
    title: t => failureWords(t, { code }).what,
    detail: t => {
      const { kept, todo } = failureWords(t, { code })
      return [kept, todo].filter(Boolean).join(t('common.sentenceGap'))
    },
  })
}
