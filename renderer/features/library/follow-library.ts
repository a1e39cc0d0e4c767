import type { LibraryState } from '../../../electron/ipc/contract.ts'
import { forgetLibrary, queryClient } from '../../api/query-client.ts'
import { DEFAULT_FILTER, DEFAULT_ROUTE } from '../../routing/route.ts'
import { currentRoute, navigate } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'
import { showToast, withdrawUndo } from '../../ui/toasts.ts'
import { confirming } from '../clip/confirming.ts'
import { askingCollection } from '../collections/asking-collection.ts'
import { forgetImports } from '../import/following.ts'
import { viewingQuotes } from '../quotes/viewing-quotes.ts'
import { viewingOriginal } from '../reader/viewing-original.ts'
import { comparing } from '../reprints/comparison.ts'
import { rereading } from '../rereading/reading-again.ts'
import { picking } from '../tagging/picking.ts'
import { emptyingTrash } from './emptying-trash.ts'
import { type LibraryJob, libraryTasks, SECTION_OF } from './library-job.ts'
import { viewingVersions } from './viewing-versions.ts'

const STATE_KEY = ['library:state', {}] as const

/** Whether the library changes its place by a job of ours, and is the same one at another path. */
const isMoving = (job: LibraryJob): boolean =>
  (job.kind === 'running' || job.kind === 'done') && job.about === 'move'

/** Lets go of all that belongs to the library that was open: what is selected, asked and offered. */
function letGo(): void {
  selection.set([])
  confirming.set(undefined)
  viewingOriginal.set(undefined)
  viewingVersions.set(undefined)
  comparing.set(undefined)
  viewingQuotes.set(undefined)
  askingCollection.set(undefined)
  rereading.set(undefined)
  picking.set(undefined)
  emptyingTrash.set(false)
  withdrawUndo()
}

function onState(state: LibraryState): void {
  const before = queryClient.getQueryData<LibraryState>(STATE_KEY)
  queryClient.setQueryData(STATE_KEY, state)
  void queryClient.invalidateQueries({ queryKey: ['library:recent'] })
  void queryClient.invalidateQueries({ queryKey: ['backup:list'] })
  // What opening had to mend is known when all is read.
  if (before?.isPart && !state.isPart) void queryClient.invalidateQueries({ queryKey: ['app:start'] })
  const isOther = before !== undefined && before.path !== state.path
  const isTheSame = !isOther && before?.state === state.state
  // What opening had to mend is known only when all of the library has been read.
  if (!isTheSame || before?.isPart !== state.isPart)
    void queryClient.invalidateQueries({ queryKey: ['app:start'] })
  if (isTheSame) return
  letGo()
  forgetLibrary()
  forgetImports()
  if (!isOther || isMoving(libraryTasks.job.get())) return
  if (libraryTasks.job.get().kind !== 'running') libraryTasks.dismiss()
  navigate({
    ...DEFAULT_ROUTE,
    filter: { ...DEFAULT_FILTER, clock: currentRoute().filter.clock },
    tag: undefined,
    scope: undefined,
    import: undefined,
    section: undefined,
  })
  if (state.state === 'open')
    showToast({ tone: 'done', title: t => t('library.opened', { name: state.name }) })
}

/** Tells how a task ended where the window shows something else by then. */
function onJob(): void {
  const job = libraryTasks.job.get()
  if (job.kind !== 'done' && job.kind !== 'failed') return
  void queryClient.invalidateQueries({ queryKey: ['backup:list'] })
  const section = SECTION_OF[job.about]
  const { view, section: shown } = currentRoute()
  if (view === 'settings' && shown === section) return
  showToast({
    tone: job.kind === 'done' ? 'done' : 'failure',
    title: t => t(`library.ended.${job.kind}`, { task: t(`library.task.${job.about}`) }),
    action: {
      label: t => t('library.toReport'),
      run: () => navigate({ view: 'settings', section, pane: 'list' }),
    },
  })
}

/** Keeps the window true to the library that is open: its lists, its route, its dialogs. */
export function followLibrary(): void {
  window.cuttings.on('library:state-changed', onState)
  libraryTasks.job.subscribe(onJob)
}
