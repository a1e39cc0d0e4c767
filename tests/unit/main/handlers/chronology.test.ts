import { describe, expect, test } from 'vitest'
import { extractPasted } from '../../../../electron/core/extract/pipeline.ts'
import { planCreateCollection, planDeleteCollection } from '../../../../electron/core/library/collections.ts'
import type { ExportScope } from '../../../../electron/core/model/export-request.ts'
import type { Handlers } from '../../../../electron/ipc/answer.ts'
import { chronologyHandlers } from '../../../../electron/main/handlers/chronology.ts'
import { clippingHandlers } from '../../../../electron/main/handlers/clipping.ts'
import { keepRelated } from '../../../../electron/main/keep-related.ts'
import { sampleId } from '../../core/library/samples.ts'
import { got } from '../../store/scratch-library.ts'
import { careScene, openOf } from '../care-scene.ts'

const caller = { window: 1, paste: () => {}, drag: () => {} }
const AT = '2026-01-01T00:00:00.000Z'

const page = (title: string, by: string, on: string, text: string) =>
  `${title}\n记者 ${by}\n${on} 08:00\n\n${text}\n`
const STRIKE = '7月15日,港口工人举行罢工,要求提高工资。'
const PAGES = [
  page('港口工人罢工', '沈亦舟', '2025-07-18', `${STRIKE}\n\n去年3月,船公司宣布裁员一百人,工会表示反对。`),
  page('罢工影响渡轮', '林晓', '2025-07-19', `${STRIKE}渡轮全部停航,数千名乘客滞留码头。`),
]
const LIST: ExportScope = { kind: 'filter', filter: { shelf: 'all', query: '', clock: 'published' } }
const COLLECTION = sampleId(40)
const SCOPE: ExportScope = { ...LIST, filter: { ...LIST.filter, collection: COLLECTION } }

async function scene() {
  const care = await careScene()
  const opened = got(care.current.opened)
  const handlers: Pick<
    Handlers,
    keyof (ReturnType<typeof chronologyHandlers> & ReturnType<typeof clippingHandlers>)
  > = { ...chronologyHandlers(care.desk), ...clippingHandlers(care.desk) }
  const ids: string[] = []
  for (const text of PAGES) {
    const extraction = extractPasted(text, { clippedAt: AT })
    const originals = [{ bytes: new TextEncoder().encode(text), mediaType: 'text/plain', name: 'a.txt' }]
    ids.push(got(await keepRelated(care.desk, opened, { extraction, originals })).clipping.id)
    care.ports.advance(1000)
  }
  const library = openOf(care.current)
  const create = planCreateCollection(library.pending, COLLECTION, '港口', ids, AT)
  got(await library.commit(got(create)))
  const list = async (scope: ExportScope = SCOPE) =>
    got(await handlers['chronology:list']({ scope, start: 0, count: 100 }, caller))
  const lines = async (scope?: ExportScope) =>
    (await list(scope)).events.map(({ date, reported, status }) => `${date} ${reported} ${status}`)
  return { ...care, handlers, library, ids, list, lines }
}

describe('a chronology', () => {
  test('is worked out of any list, and decided about where that is a collection', async () => {
    const { handlers, library, list, lines } = await scene()
    expect(await lines(LIST)).toEqual(['2024-03 1 proposed', '2025-07-15 2 proposed'])
    const { events, counts, clippings } = await list()
    expect({ counts, clippings }).toEqual({ counts: { proposed: 2, accepted: 0, rejected: 0 }, clippings: 2 })
    const keys = events.map(({ key }) => key)
    const decided = { keys: [keys[1] ?? ''], status: 'accepted' as const }
    const elsewhere = await handlers['chronology:decide']({ scope: LIST, ...decided }, caller)
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'not-found' } })

    const accepted = got(await handlers['chronology:decide']({ scope: SCOPE, ...decided }, caller))
    expect(accepted.label).toEqual({ kind: 'accept-event', count: 1, name: '港口' })
    expect(await lines()).toEqual(['2024-03 1 proposed', '2025-07-15 2 accepted'])
    // A key that comes before the window has the new list still means the event.
    const again = { scope: SCOPE, ...decided, status: 'proposed' as const }
    expect(got(await handlers['chronology:decide'](again, caller)).label.kind).toBe('reconsider-event')
    expect(library.state.events.size).toBe(1)
    got(await library.undo())
    // The list of everything is no collection: there nothing is decided.
    expect(await lines(LIST)).toEqual(['2024-03 1 proposed', '2025-07-15 2 proposed'])
    got(await library.undo())
    expect(await lines()).toEqual(['2024-03 1 proposed', '2025-07-15 2 proposed'])
    expect(library.state.events.size).toBe(0)
  })

  test('takes a decision that comes twice at once for one, and two that come at once for two', async () => {
    const { handlers, library, list, lines } = await scene()
    const [first = '', second = ''] = (await list()).events.map(({ key }) => key)
    const decide = (key: string) =>
      handlers['chronology:decide']({ scope: SCOPE, keys: [key], status: 'accepted' }, caller)
    await Promise.all([decide(second), decide(second), decide(first)])
    expect(library.state.events.size).toBe(2)
    expect(await lines()).toEqual(['2024-03 1 accepted', '2025-07-15 2 accepted'])
  })

  test('is edited, merged, split and added to, each as one change that is undone', async () => {
    const { handlers, library, list, lines } = await scene()
    const keyAt = async (index: number) => (await list()).events[index]?.key ?? ''
    const edit = { scope: SCOPE, key: await keyAt(1), date: '2025-07', words: '罢工' }
    expect(got(await handlers['chronology:edit'](edit, caller)).label.kind).toBe('edit-event')
    expect((await list()).events[1]).toMatchObject({ date: '2025-07', words: '罢工', reported: 2 })

    const split = {
      scope: SCOPE,
      key: await keyAt(1),
      clippings: [(await list()).events[1]?.reports[1]?.clipping ?? ''],
    }
    expect(got(await handlers['chronology:split'](split, caller)).label.kind).toBe('split-event')
    expect(await lines()).toEqual(['2024-03 1 proposed', '2025-07-15 1 proposed', '2025-07 1 proposed'])

    const merge = { scope: SCOPE, keys: [await keyAt(2), await keyAt(1), await keyAt(0)] }
    expect(got(await handlers['chronology:merge'](merge, caller)).label).toMatchObject({
      kind: 'merge-events',
      count: 3,
    })
    expect(await lines()).toEqual(['2025-07 3 proposed'])
    got(await library.undo())
    expect(await lines()).toHaveLength(3)

    const add = { collection: COLLECTION, date: '2025-06', words: '与工会通话' }
    expect(got(await handlers['chronology:add'](add, caller)).label.kind).toBe('add-event')
    expect((await list()).events[1]).toMatchObject({ words: '与工会通话', reported: 0, status: 'accepted' })
    const remove = { id: await keyAt(1) }
    expect(got(await handlers['chronology:remove'](remove, caller)).label.kind).toBe('remove-event')
    expect(await lines()).toHaveLength(3)
    const wrong = await handlers['chronology:add']({ ...add, date: 'June' }, caller)
    expect(wrong).toMatchObject({ ok: false, error: { code: 'invalid-date' } })
  })

  test('follows the dates that are corrected, and what is kept of it goes with its collection', async () => {
    const { handlers, library, ids, lines, list } = await scene()
    const clipping = library.state.clippings.get(ids[0] ?? '')
    const article = got(await library.readArticle(clipping ?? { id: '', articleRevision: 0 }))
    const found = article.datesInText.find(({ phrase }) => phrase === '去年3月')
    const order = found?.order ?? 0
    const [from, to] = [
      { order, at: found?.start ?? 0 },
      { order, at: (found?.start ?? 0) + 4 },
    ]
    const correct = { id: ids[0] ?? '', from, to, edtf: null }
    expect(got(await handlers['clipping:correct-date'](correct, caller)).label.kind).toBe('correct-date')
    expect(await lines()).toEqual(['2025-07-15 2 proposed'])
    got(await library.undo())
    expect(await lines()).toHaveLength(2)

    const keys = (await list()).events.map(({ key }) => key)
    got(await handlers['chronology:decide']({ scope: SCOPE, keys, status: 'rejected' }, caller))
    expect(library.state.events.size).toBe(2)
    got(await library.commit(got(planDeleteCollection(library.pending, COLLECTION))))
    expect(library.state.events.size).toBe(0)
    got(await library.undo())
    expect(await lines()).toEqual(['2024-03 1 rejected', '2025-07-15 2 rejected'])
  })

  test('says what typed words mean', async () => {
    const { handlers } = await scene()
    const read = async (words: string) =>
      got(await handlers['date:read']({ words, published: '2025-07-19' }, caller)).date
    expect(await read('17日')).toEqual({ edtf: '2025-07-17', against: 'published' })
    expect(await read('港口')).toBeNull()
  })
})
