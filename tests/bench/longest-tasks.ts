import type { CDPSession, Page } from 'playwright-core'

/** A task of the page's main thread, in milliseconds: how long it took, and for how much of it the thread ran. */
export interface Task {
  readonly took: number
  readonly ran: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Tasks shorter than this are not told of. */
const LEAST_MS = 20

/** Watches what the page's main thread does from now on; the answer ends it and has the tasks, the longest run first. */
export async function watchTasks(page: Page): Promise<() => Promise<Task[]>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]))
  })
  const traceConfig = { includedCategories: ['toplevel', '__metadata'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async () => {
    const complete = new Promise(done => session.once('Tracing.tracingComplete', done))
    await session.send('Tracing.end')
    await complete
    await session.detach()
    const main = new Set(
      events
        .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`),
    )
    return events
      .filter(
        ({ ph, pid, tid, dur = 0 }) => ph === 'X' && dur >= LEAST_MS * 1000 && main.has(`${pid} ${tid}`),
      )
      .map(({ dur = 0, tdur = Number.NaN }) => ({ took: dur / 1000, ran: tdur / 1000 }))
      .sort((a, b) => b.ran - a.ran)
  }
}
