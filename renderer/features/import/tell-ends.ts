import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { currentRoute } from '../../routing/use-route.ts'
import { showToast } from '../../ui/toasts.ts'
import { clippingsOf, countWords, itemsOf } from './count-words.ts'
import { followImports, onEnded } from './following.ts'
import { showImport, shownAtOnce } from './start-import.ts'

/** Tells of the end of an import that is not on show, with Undo and the way to its ledger. */
export function tellEnds(): void {
  followImports()
  onEnded(({ import: summary, isPlan, failure, isToTell }) => {
    const { id, state, counts } = summary
    if (!isToTell || shownAtOnce.has(id) || state === 'running' || state === 'undone') return
    const { view, import: shown } = currentRoute()
    if (view === 'import' && shown === id) return
    const show = { label: t => t('importing.shown'), run: () => showImport(id) } as const satisfies Action
    if (isPlan) {
      if (state === 'done') showToast({ tone: 'done', title: t => t('importing.planned'), action: show })
      return
    }
    // A watched folder in which nothing was new says nothing.
    if (itemsOf(counts) === 0 && failure === undefined) return
    const undo: Action = {
      label: t => t('common.undo'),
      run: () => void send('import:undo', { id }).catch(showFailure),
    }
    showToast({
      tone: failure ? 'failure' : 'done',
      title: t => t(`importing.endedTitle.${state}`, { counts: countWords(t, counts) }),
      detail: failure && (t => t(`failure.${failure.code}.todo`)),
      ...(clippingsOf(counts) > 0 ? { action: undo, also: show } : { action: show }),
    })
  })
}

type Action = NonNullable<Parameters<typeof showToast>[0]['action']>
