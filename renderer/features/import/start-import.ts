import type { TFunction } from 'i18next'
import type { ImportEntry } from '../../../electron/core/model/import-ledger.ts'
import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { currentRoute, navigate, showFilter } from '../../routing/use-route.ts'
import { showToast } from '../../ui/toasts.ts'
import { noteWhereabouts, openOrTell, showKept } from '../clip/show-kept.ts'
import { countWords } from './count-words.ts'
import { ended, follow, followed, forget } from './following.ts'
import { hasGrown, howToTake } from './how-to-take.ts'

/** Imports that the window shows itself when they end, so that nothing else has to tell of them. */
export const shownAtOnce = new Set<string>()

const now = () => new Date().toISOString()

export const showImport = (id: string | undefined, how: 'push' | 'replace' = 'push'): void =>
  navigate({ view: 'import', import: id, pane: 'list' }, how)

/** Tries an import of the paths and shows what would become of each item. */
async function plan(paths: readonly string[]): Promise<void> {
  const { id } = await send('import:plan', { paths: [...paths] })
  follow(id, true, paths, now())
  showImport(id)
}

/** Does what a dry run said. */
export async function startPlanned(planId: string, paths: readonly string[]): Promise<void> {
  try {
    const { id } = await send('import:start', { paths: [...paths], plan: planId })
    follow(id, false, paths, now())
    // Whoever has gone elsewhere meanwhile is told of its end there.
    const { view, import: shown } = currentRoute()
    if (view === 'import' && shown === planId) showImport(id, 'replace')
    forget(planId)
  } catch (error) {
    showFailure(error)
  }
}

/** Ends a dry run that is not to become an import, and goes back to the start of one. */
export async function dropPlan(id: string): Promise<void> {
  const isRunning = followed.get().get(id)?.isEnded === false
  showImport(undefined, 'replace')
  if (isRunning) await send('import:cancel', { id }).catch(showFailure)
  forget(id)
}

/** Clips a few files and opens the last, if the user still waits for it, or says why it was not clipped. */
async function clipAtOnce(paths: readonly string[]): Promise<void> {
  const hasGoneElsewhere = noteWhereabouts()
  const { id } = await send('import:start', { paths: [...paths] })
  shownAtOnce.add(id)
  follow(id, false, paths, now())
  const stop = followed.subscribe(() => {
    const { progress, isEnded } = followed.get().get(id) ?? {}
    if (!progress || isEnded || !shownAtOnce.has(id) || !hasGrown(progress.done, progress.total)) return
    shownAtOnce.delete(id)
    if (!hasGoneElsewhere()) showImport(id)
  })
  const { summary, failure } = await ended(id)
  stop()
  if (!shownAtOnce.delete(id)) return
  if (failure) {
    showToast({
      tone: 'failure',
      title: t => t(`failure.${failure.code}.what`),
      detail: t => t(`failure.${failure.code}.todo`),
      action: { label: t => t('importing.shown'), run: () => showImport(id) },
    })
  }
  const { entries } = await send('import:entries', { id, start: 0, count: 100 })
  await report({ id, entries, hasGoneElsewhere, words: t => countWords(t, summary.counts) })
}

interface Ended {
  readonly id: string
  readonly entries: readonly ImportEntry[]
  readonly words: (t: TFunction) => string
  readonly hasGoneElsewhere: () => boolean
}

async function report({ id, entries, words, hasGoneElsewhere }: Ended): Promise<void> {
  const made = entries.filter(({ outcome }) => outcome !== 'duplicate' && outcome !== 'failed')
  const shown = made.at(-1) ?? entries.findLast(({ outcome }) => outcome === 'duplicate')
  const told = (t: TFunction) => (made.length > 0 ? words(t) : t('importing.already'))
  if (shown?.clipping) {
    const kept = await send('clipping:get', { id: shown.clipping })
    const open = () => {
      if (made.length > 1) showFilter({ ...DEFAULT_FILTER, clock: currentRoute().filter.clock })
      showKept(kept, { isFresh: made.length > 0 })
    }
    const isOpen = openOrTell(open, told, hasGoneElsewhere())
    if (isOpen && made.length !== 1) showToast({ tone: 'done', title: told })
  }
  const failed = entries.filter(({ outcome }) => outcome === 'failed')
  const [first] = failed
  if (!first) return
  const reason = first.reason ?? 'unreadable'
  showToast({
    tone: 'failure',
    title: t =>
      t('importing.notRead', {
        count: failed.length,
        names: failed.map(({ name }) => name).join(t('common.listGap')),
      }),
    detail: t =>
      `${t(`importing.reason.${reason}.what`)}${t('common.sentenceEnd')}${t(`importing.reason.${reason}.todo`)}`,
    action: { label: t => t('importing.shown'), run: () => showImport(id) },
  })
}

/** Takes files and folders in: a few files at once, more after a dry run. Tells the user where that fails. */
export async function takeIn(paths: readonly string[], hasFolder: boolean): Promise<void> {
  if (paths.length === 0) return
  try {
    if (howToTake(paths, hasFolder) === 'plan') await plan(paths)
    else await clipAtOnce(paths)
  } catch (error) {
    showFailure(error)
  }
}

/** Asks for files or for a folder, and takes them in. */
export async function chooseAndTakeIn(what: 'files' | 'folder'): Promise<void> {
  try {
    const { paths } = await send('import:choose', { what })
    await takeIn(paths, what === 'folder')
  } catch (error) {
    showFailure(error)
  }
}
