import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMAT_IDS, formatFacts, isWritten } from '../../electron/core/model/export-formats.ts'
import { placeOfExport } from '../../electron/store/export-target.ts'
import { clippingLine } from '../../electron/work/export-source.ts'
import { writeExport } from '../../electron/work/write-export.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../unit/core/export/sample-collection.ts'
import { filesBelow } from '../unit/store/files-below.ts'
import { exportScene } from '../unit/work/export-scene.ts'

const ENTRIES = [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES]

/** How often it is cancelled, each time at another moment. */
const RUNS = 25

/** Every format, and of those that are brought up to date what an earlier export has left. */
const EXPORTS = EXPORT_FORMAT_IDS.filter(isWritten).flatMap(format =>
  [
    { format, again: false },
    { format, again: true },
  ].filter(({ again }) => !again || format === 'markdown-folder' || format === 'markdown-file'),
)

describe.each(EXPORTS)('an export as $format that is cancelled, again: $again', ({ format, again }) => {
  it('leaves the folder as it was, whenever that is', async () => {
    const { of, to } = await exportScene(ENTRIES)
    const isFile = formatFacts(format).target === 'file'
    const path = join(to, isFile ? 'export' : 'folder/export')
    /** Cancels at the `after`th time that the writing waits for something; how often it did. */
    async function write(after: number, what = of): Promise<{ asked: number; outcome: string }> {
      const controller = new AbortController()
      let asked = 0
      const signal = new Proxy(controller.signal, {
        get(target, name) {
          if (name === 'aborted' && ++asked > after) controller.abort()
          return Reflect.get(target, name, target)
        },
      })
      const written = await writeExport(
        { of: what, format, place: placeOfExport(path, 'x') },
        { signal, progress: () => undefined },
      )
      return { asked, outcome: written.ok ? 'done' : written.error.code }
    }
    async function begin(): Promise<void> {
      await rm(to, { recursive: true })
      await mkdir(isFile ? to : join(to, 'folder'), { recursive: true })
      await writeFile(join(to, 'mine.txt'), 'mine')
      // An older export has fewer articles, another title, and pictures that are not wanted any more.
      const clippings = Buffer.concat(
        SAMPLE_ENTRIES.slice(0, 2).map(({ clipping }) => clippingLine(clipping)),
      )
      if (again) await write(Number.POSITIVE_INFINITY, { ...of, title: 'Older', articles: 2, clippings })
      else if (isFile) await writeFile(path, 'an older export')
    }
    await begin()
    const before = await filesBelow(to)
    const { asked: moments, outcome } = await write(Number.POSITIVE_INFINITY)
    expect([outcome, moments > 3]).toEqual(['done', true])
    expect(Object.keys(await filesBelow(to)).filter(name => name.includes('.cuttings-export-'))).toEqual([])
    await begin()
    let cancelled = 0
    async function run(after: number): Promise<void> {
      const { outcome } = await write(after)
      if (outcome === 'cancelled') {
        cancelled += 1
        expect(await filesBelow(to)).toEqual(before)
      } else {
        expect(outcome).toBe('done')
        await begin()
      }
    }
    await fc.assert(fc.asyncProperty(fc.nat({ max: moments }), run), { seed: 6, numRuns: RUNS })
    // The last moment at which it looks, and the first.
    await run(moments - 1)
    await run(0)
    expect(cancelled).toBeGreaterThan(RUNS / 2)
  })
})
