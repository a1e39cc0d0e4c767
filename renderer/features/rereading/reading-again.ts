import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { createJobRunner } from '../../api/job-runner.ts'
import { createStore } from '../../state/store.ts'
import { showToast } from '../../ui/toasts.ts'

/** The clippings whose originals are read again in the dialog on show; without `ids` all that an older extractor read. */
export const rereading = createStore<{ readonly ids?: readonly string[] } | undefined>(undefined)

/** What is under way: finding out what would change, or taking it over. */
export const rereadingJob = createJobRunner<'plan' | 'apply'>()

export const planRereading = (ids: readonly string[] | undefined): Promise<void> =>
  rereadingJob.start('plan', () => send('reextract:plan', ids ? { ids: [...ids] } : {}))

const PAGE = 500

/** Ids of all that a plan would change, but for those that are left out. */
async function idsOf(plan: string, total: number, leftOut: ReadonlySet<string>): Promise<string[]> {
  const ids: string[] = []
  for (let start = 0; start < total; start += PAGE) {
    const { changes } = await send('reextract:preview', { job: plan, start, count: PAGE })
    ids.push(...changes.flatMap(({ id }) => (leftOut.has(id) ? [] : [id])))
  }
  return ids
}

/** Takes over what a plan found, but for what is left out. */
export async function applyRereading(
  plan: string,
  total: number,
  leftOut: ReadonlySet<string>,
): Promise<void> {
  try {
    const ids = await idsOf(plan, total, leftOut)
    await rereadingJob.start('apply', () => send('reextract:apply', { ids }))
  } catch (error) {
    showFailure(error)
  }
}

/** Says that all was taken over, with Undo. */
export function tellRereadingDone(count: number): void {
  showToast({
    tone: 'done',
    title: t => t('rereading.done', { count }),
    action: { label: t => t('common.undo'), run: () => void send('history:undo', {}).catch(showFailure) },
  })
}
