import { describe, expect, it } from 'vitest'
import { importLedgers } from '../../../electron/store/import-ledger-files.ts'
import type { ImportProgress } from '../../../electron/work/import-progress.ts'
import { got } from '../store/scratch-library.ts'
import { importScene } from './import-scene.ts'

const ITEMS = 1000

const note = (at: number): string =>
  `<note><title>Note ${at} 笔记</title><created>20240101T000000Z</created><tag>t${at % 20}</tag><content><![CDATA[<en-note><p>The ferry ${at} sails later. 渡轮第${at}班。</p></en-note>]]></content></note>\n`
const enex = `<?xml version="1.0" encoding="UTF-8"?>\n<en-export>\n${Array.from({ length: ITEMS }, (_, at) => note(at)).join('')}</en-export>\n`

const row = (at: number): string =>
  `"Headline ${at}, with a comma 第${at}条",https://news.example/${at},${1_500_000_000 + at},t${at % 20},unread\n`
const pocket = `title,url,time_added,tags,status\n${Array.from({ length: ITEMS }, (_, at) => row(at)).join('')}`

describe.each([
  ['Evernote notes', 'Harbour desk.enex', enex, 'imported'],
  ['Pocket rows', 'part_000000.csv', pocket, 'link-only'],
] as const)('one file of %s that is cancelled half way', (_, name, content, outcome) => {
  it('tells how far it is, accounts for what it kept, and goes on behind it when it is resumed', async () => {
    const { file, run, library } = await importScene()
    const path = await file(name, content)
    const controller = new AbortController()
    const told: ImportProgress[] = []
    const cancelled = await run({ paths: [path] }, undefined, controller, progress => {
      told.push(progress)
      if (progress.done >= ITEMS / 2) controller.abort()
    })

    expect(cancelled.summary.state).toBe('cancelled')
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b))
    const half = told.at(-1)
    expect(half).toMatchObject({ file: path, total: null })
    expect(half?.rate).toBeGreaterThan(0)
    expect(half?.secondsLeft).toBeGreaterThan(0)

    // What is said to be done is in the ledger and in the library, item by item and in order, and nothing else is.
    const kept = cancelled.entries
    expect(kept).toHaveLength(half?.done ?? 0)
    expect(kept.length).toBeLessThan(ITEMS)
    expect(cancelled.summary.counts[outcome]).toBe(kept.length)
    expect([...library.state.clippings.keys()].toSorted()).toEqual(
      kept.flatMap(({ clipping }) => clipping ?? []).toSorted(),
    )

    const after: ImportProgress[] = []
    const resumed = await run({ paths: [path], resume: cancelled.id }, undefined, undefined, progress =>
      after.push(progress),
    )
    expect(resumed.summary).toMatchObject({
      state: 'done',
      counts: { [outcome]: ITEMS, duplicate: 0, failed: 0 },
    })
    expect(resumed.entries.slice(0, kept.length)).toEqual(kept)
    expect(new Set(resumed.entries.map(({ key }) => key)).size).toBe(ITEMS)
    expect(after.at(-1)?.done).toBe(ITEMS - kept.length)

    const titles = resumed.entries.map(({ title }) => title)
    expect(new Set(titles).size).toBe(ITEMS)
    const clippings = resumed.entries.flatMap(
      ({ clipping }) => library.state.clippings.get(clipping ?? '') ?? [],
    )
    expect(clippings.map(({ tags }) => tags)).toEqual(
      Array.from({ length: ITEMS }, (_each, at) => [`t${at % 20}`]),
    )
    const [listed] = got(await importLedgers(library.directory).list())
    expect(listed).toMatchObject({ id: cancelled.id, state: 'done' })
  })
})
