import { useMutation } from '@tanstack/react-query'
import type { ChangeLabel } from '../../electron/core/model/library-change.ts'
import type { Channel, Input, Output } from '../../electron/ipc/contract.ts'
import { showToast, withdrawUndo } from '../ui/toasts.ts'
import { type RequestFailed, send } from './bridge.ts'
import { changeWords } from './change-words.ts'
import { showFailure } from './failure-words.ts'

interface Options {
  /** True where the screen itself shows the result, so that a message would only repeat it. */
  readonly quiet?: boolean
}

export interface Change<C extends Channel> {
  /** Carries the change out. Resolves to undefined where it failed; the user has then been told. */
  readonly run: (input: Input<C>) => Promise<Output<C> | undefined>
  readonly isPending: boolean
}

const labelOf = (output: unknown): ChangeLabel | undefined =>
  output !== null && typeof output === 'object' && 'label' in output
    ? (output.label as ChangeLabel)
    : undefined

/**
 * A request that changes something. A failure is shown in words; a change with a label is shown with Undo,
 * except undo and redo themselves.
 */
export function useChange<C extends Channel>(channel: C, options: Options = {}): Change<C> {
  const mutation = useMutation<Output<C>, RequestFailed, Input<C>>({
    mutationFn: input => send(channel, input),
    onError: showFailure,
    onSuccess: output => {
      const label = labelOf(output)
      if (!label) return
      if (options.quiet) return withdrawUndo()
      if (channel === 'history:undo' || channel === 'history:redo') {
        const key = channel === 'history:undo' ? 'change.undone' : 'change.redone'
        showToast({ tone: 'done', title: t => t(key, { change: changeWords(t, label) }) })
        return
      }
      showToast({
        tone: 'done',
        title: t => changeWords(t, label),
        action: { label: t => t('common.undo'), run: () => void undo.run({}) },
      })
    },
  })
  const undo = {
    run: (_: Record<string, never>) => send('history:undo', {}).catch(showFailure),
  }
  return {
    run: input => mutation.mutateAsync(input).catch(() => undefined),
    isPending: mutation.isPending,
  }
}
