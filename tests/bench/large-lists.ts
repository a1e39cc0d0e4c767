import type { Page } from 'playwright-core'

/** A collection of so many, of which no more than {@link READ} are worked out as a chronology. */
const COLLECTED = 20_000
const READ = 3_000
/** So many clippings have a highlight. */
const MARKED = 500
const MOVES = 30

export interface LargeLists {
  /** Of the collection that was arranged, and of those that have a highlight. */
  readonly collected: number
  readonly marked: number
  /** A clipping to the top of the list by hand, until it is seen to stand there. */
  readonly arranging: number[]
  /** A star, until the sidebar counts it. */
  readonly counting: number[]
  /** The list of all highlights, until its first is there: when nothing of it has been read, and again. */
  readonly highlights: number[]
  /** The chronology of a collection, until it is there, or says that it has no events; likewise. */
  readonly chronology: number[]
}

/**
 * Times what takes the longer the more is in one list. Of the collections that it makes for that nothing is left; the
 * highlights stay, and are the same the next time.
 */
export const measureLargeLists = (page: Page): Promise<LargeLists> =>
  page.evaluate(
    async ([most, read, marks, moves]) => {
      const { cuttings } = window
      const frame = () => new Promise(requestAnimationFrame)
      const painted = async () => {
        await frame()
        await new Promise<void>(done => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => done()
          port2.postMessage(undefined)
        })
      }
      const rest = (ms: number) => new Promise(done => setTimeout(done, ms))
      const timed = async (act: () => unknown, isDone: () => boolean): Promise<number> => {
        const start = performance.now()
        await act()
        while (!isDone()) {
          if (performance.now() - start > 120_000) throw new Error(`never done: ${isDone}`)
          await frame()
        }
        await painted()
        return performance.now() - start
      }
      const go = (hash: string) => () => {
        location.hash = hash
      }
      const must = async <T>(
        asked: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
      ) => {
        const answer = await asked
        if (!answer.ok) throw new Error(answer.error.message)
        return answer.value
      }
      const filter = { shelf: 'all', query: '', clock: 'published' } as const
      const { ids } = await must(cuttings.request('library:ids', { filter, start: 0, count: most }))

      const collect = async (name: string, members: readonly string[]): Promise<string> => {
        await must(cuttings.request('collection:create', { name, ids: [...members] }))
        const { collections } = await must(cuttings.request('library:overview', {}))
        const made = collections.find(each => each.name === name)
        if (made === undefined) throw new Error('there is no such collection')
        return made.id
      }
      const large = await collect('Bench, large', ids)
      // As the window asks, which shows one of several reprints: to move another one is not to be seen.
      const byHand = { ...filter, collection: large, order: 'hand', reprints: 'folded' } as const
      const top = () =>
        document.querySelector('[role=listbox] [role=option][aria-posinset="1"]')?.textContent ?? ''
      location.hash = `#/timeline?collection=${large}&order=hand`
      await rest(2000)
      const arranging: number[] = []
      for (let move = 0; move < moves; move += 1) {
        const slice = { filter: byHand, start: 0, count: 200 }
        const { ids: shown } = await must(cuttings.request('library:ids', slice))
        const [before = null] = shown
        const moved = shown[50 + ((move * 37) % 140)]
        if (moved === undefined) break
        const { title } = (await must(cuttings.request('clipping:get', { id: moved }))).clipping
        const arrange = () =>
          must(
            cuttings.request('collection:arrange', { id: large, ids: [moved], before, clock: 'published' }),
          )
        arranging.push(await timed(arrange, () => top().includes(title)))
        await rest(300)
      }

      location.hash = '#/timeline'
      await rest(1000)
      const starred = () =>
        document.querySelector('nav a[href*="shelf=starred"]')?.textContent?.replace(/\D/gu, '') ?? ''
      const [last = ''] = ids.slice(-1)
      const { clipping } = await must(cuttings.request('clipping:get', { id: last }))
      const counting: number[] = []
      for (let star = 0; star < moves; star += 1) {
        const before = starred()
        const mark = { mark: 'starred', on: clipping.starred !== (star % 2 === 0) } as const
        const request = () => must(cuttings.request('clipping:mark', { ids: [last], mark }))
        counting.push(await timed(request, () => starred() !== before))
        await rest(300)
      }

      for (const id of ids.slice(0, marks)) {
        const { article } = await must(cuttings.request('clipping:get', { id }))
        const order = article.body.children[0]?.properties.dataOrder ?? 0
        await must(
          cuttings.request('clipping:highlight', {
            id,
            from: { order, at: 0 },
            to: { order, at: 12 },
            colour: 'yellow',
          }),
        )
      }
      await rest(2000)
      const isMarked = () =>
        document.querySelector('[data-marker]') !== null && location.hash.startsWith('#/highlights')
      const highlights: number[] = []
      for (let round = 0; round < 3; round += 1) {
        highlights.push(await timed(go('#/highlights'), isMarked))
        location.hash = '#/timeline'
        await rest(1000)
      }

      const worked = await collect('Bench, chronology', ids.slice(0, read))
      await rest(2000)
      // Events, or in their place the words that there are none; the timeline, which has such words too, has a search.
      const isWorkedOut = () =>
        document.querySelector('search') === null &&
        document.querySelector('main [role=progressbar]') === null &&
        document.querySelector('#event-0, main [class*=_empty_]') !== null
      const chronology: number[] = []
      for (let round = 0; round < 3; round += 1) {
        chronology.push(await timed(go(`#/chronology?collection=${worked}`), isWorkedOut))
        location.hash = '#/timeline'
        await rest(1000)
      }

      for (const id of [large, worked]) await must(cuttings.request('collection:delete', { id }))
      return {
        collected: ids.length,
        marked: Math.min(marks, ids.length),
        arranging,
        counting,
        highlights,
        chronology,
      }
    },
    [COLLECTED, READ, MARKED, MOVES] as const,
  )
