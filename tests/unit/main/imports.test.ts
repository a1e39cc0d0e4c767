import { describe, expect, it } from 'vitest'
import { events } from '../../../electron/ipc/contract.ts'
import { importCsv } from '../../../electron/main/import-csv.ts'
import { got } from '../store/scratch-library.ts'
import { importsScene, note } from './imports-scene.ts'

describe('imports', () => {
  it('are planned, started, followed, listed, and their entries asked for by outcome', async () => {
    const { folder, session, imports, progress, file, endOf, library } = await importsScene()
    await file('saved/a.txt', note('a'))
    await file('saved/b.txt', note('b'))
    await file('saved/empty.txt', '')
    const paths = [`${folder}/saved`]
    const plan = imports.plan(session, paths)
    expect(await endOf(plan)).toMatchObject({
      isPlan: true,
      import: { counts: { imported: 2, failed: 1 }, state: 'done' },
    })
    expect(library.state.clippings.size).toBe(0)
    expect(got(await imports.list(library))).toEqual([])
    expect(got(await imports.entries(library, { id: plan, start: 0, count: 2 }))).toMatchObject({
      total: 3,
      entries: [{ outcome: 'imported' }, { outcome: 'imported' }],
    })
    imports.forgetPlan(plan)
    const id = got(await imports.start(session, paths, { tags: ['ferries'] }))
    const end = await endOf(id)
    expect(events['import:ended'].omit({ isToTell: true }).parse(end)).toEqual(end)
    for (const each of progress) expect(events['import:progress'].parse(each)).toEqual(each)
    expect(progress.at(-1)).toMatchObject({ import: { id }, isPlan: false, done: 3, total: 3 })
    expect(got(await imports.list(library))).toMatchObject([{ id, state: 'done', paths }])
    const failed = got(await imports.entries(library, { id, outcome: 'failed', start: 0, count: 10 }))
    expect(failed).toMatchObject({ total: 1, entries: [{ reason: 'empty' }] })
    expect([...library.state.clippings.values()].map(({ tags }) => tags)).toEqual([['ferries'], ['ferries']])
  })

  it('that are started at once do not bring the same twice', async () => {
    const { session, imports, file, endOf, library } = await importsScene()
    const path = await file('a.txt', note('a'))
    const [one, other, dropped] = [
      got(await imports.start(session, [path], { tags: [] })),
      got(await imports.start(session, [path], { tags: [] })),
      got(await imports.start(session, [path], { tags: [] })),
    ]
    imports.cancel(dropped)
    expect((await endOf(one)).import.counts).toMatchObject({ imported: 1 })
    expect((await endOf(other)).import.counts).toMatchObject({ imported: 0, duplicate: 1 })
    expect((await endOf(dropped)).import).toMatchObject({ state: 'cancelled', counts: { duplicate: 0 } })
    expect(library.state.clippings.size).toBe(1)
  })

  it('are undone as one change, which the history brings back', async () => {
    const { session, imports, file, endOf, library } = await importsScene()
    const id = got(await imports.start(session, [await file('a.txt', note('a'))], { tags: [] }))
    await endOf(id)
    expect(got(await imports.undo(library, id)).label).toEqual({
      kind: 'undo-import',
      count: 1,
      name: 'a.txt',
    })
    expect(library.state.clippings.size).toBe(0)
    expect(got(await imports.list(library))).toMatchObject([{ id, state: 'undone' }])
    expect(await imports.undo(library, id)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    got(await library.undo())
    expect(library.state.clippings.size).toBe(1)
  })

  it('that the closing of the library stops are resumed under their id', async () => {
    const { folder, session, imports, file, endOf, ended, library } = await importsScene()
    for (let each = 0; each < 300; each += 1) await file(`saved/${each}.txt`, note(String(each)))
    const id = got(await imports.start(session, [`${folder}/saved`], { tags: [] }))
    await expect.poll(() => library.state.clippings.size).toBeGreaterThan(0)
    await imports.stopAll()
    expect(await endOf(id)).toMatchObject({ import: { state: 'interrupted' } })
    expect(await imports.resume(session, '0198b2a4-7c1e-7abc-8def-0123456789ab')).toMatchObject({ ok: false })
    ended.length = 0
    expect(got(await imports.resume(session, id))).toBe(id)
    expect(await endOf(id)).toMatchObject({ import: { state: 'done', counts: { imported: 300 } } })
    expect(library.state.clippings.size).toBe(300)
    expect(await imports.resume(session, id)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

it('writes a ledger as CSV that a spreadsheet does not take for formulas', () => {
  const csv = importCsv([
    {
      file: '/saved/a.html',
      key: 'page',
      name: 'a.html',
      outcome: 'imported',
      title: '=HYPERLINK("x"), and "more"',
    },
  ])
  expect(csv).toBe(
    '\ufeffoutcome,reason,title,name,file,key,clipping,previous,detail\r\n' +
      'imported,,"\'=HYPERLINK(""x""), and ""more""",a.html,/saved/a.html,page,,,\r\n',
  )
})
