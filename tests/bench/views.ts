import type { Page } from 'playwright-core'

const VIEWS = [
  'tags',
  'timeline',
  'highlights',
  'timeline',
  'export',
  'timeline',
  'import',
  'timeline',
] as const

/**
 * Goes from view to view: for each the time from asking for it until it is painted, the timeline with the rows of its
 * list. In the chronology the events are worked out first, which is measured by itself.
 */
export const measureSwitches = (page: Page, rounds: number): Promise<number[]> =>
  page.evaluate(
    async ([views, count]) => {
      const frame = () => new Promise(requestAnimationFrame)
      // A message that is sent in a frame arrives when the frame has been painted.
      const painted = async () => {
        await frame()
        await new Promise<void>(done => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => done()
          port2.postMessage(undefined)
        })
      }
      const isThere = (view: string): boolean => {
        const current = document.querySelector('nav [aria-current=page]')?.getAttribute('href') ?? ''
        const rows = document.querySelector('[role=listbox] [role=option]')
        return current.startsWith(`#/${view}`) && (view !== 'timeline' || (rows?.textContent ?? '') !== '')
      }
      const times: number[] = []
      for (let round = 0; round < count; round++)
        for (const view of views) {
          const start = performance.now()
          location.hash = `#/${view}`
          while (!isThere(view) && performance.now() - start < 5000) await frame()
          await painted()
          times.push(performance.now() - start)
          await new Promise(done => setTimeout(done, 300))
        }
      return times
    },
    [VIEWS, rounds] as const,
  )

/** Tags so many clippings at once and undoes it, again and again: for each the time until it is done and the list painted. */
export const measureBulk = (page: Page, clippings: number, rounds: number) =>
  page.evaluate(
    async ([size, count]) => {
      const filter = { shelf: 'all', query: '', clock: 'published' } as const
      const frames = async () => {
        await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
      }
      const timed = async (act: () => Promise<{ ok: boolean }>): Promise<number> => {
        const start = performance.now()
        const { ok } = await act()
        if (!ok) throw new Error('the change was refused')
        await frames()
        return performance.now() - start
      }
      const found = await window.cuttings.request('library:ids', { filter, start: 0, count: size })
      if (!found.ok) throw new Error(found.error.message)
      const { ids } = found.value
      const times: { tag: number[]; undo: number[] } = { tag: [], undo: [] }
      for (let round = 0; round < count; round++) {
        const mark = { mark: 'tag', on: true, tag: `Bulk ${round}` } as const
        times.tag.push(await timed(() => window.cuttings.request('clipping:mark', { ids, mark })))
        await new Promise(done => setTimeout(done, 1500))
        times.undo.push(await timed(() => window.cuttings.request('history:undo', {})))
        await new Promise(done => setTimeout(done, 1500))
      }
      return { ...times, size: ids.length }
    },
    [clippings, rounds] as const,
  )

/** The memory of the page's objects that are in use, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
