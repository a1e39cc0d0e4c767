import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMAT_IDS, formatFacts, isWritten } from '../../electron/core/model/export-formats.ts'
import { placeOfExport } from '../../electron/store/export-target.ts'
import { writeExport } from '../../electron/work/write-export.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../unit/core/export/sample-collection.ts'
import { filesBelow } from '../unit/store/files-below.ts'
import { exportScene } from '../unit/work/export-scene.ts'

const ENTRIES = [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES]

describe.each(EXPORT_FORMAT_IDS.filter(isWritten))('an export as %s that is cancelled', format => {
  it('leaves the folder as it was, whenever that is', async () => {
    const { of, to } = await exportScene(ENTRIES)
    await writeFile(join(to, 'mine.txt'), 'mine')
    const path = join(to, formatFacts(format).target === 'file' ? 'export' : 'folder/export')
    if (formatFacts(format).target === 'file') await writeFile(path, 'an older export')
    else await mkdir(join(to, 'folder'))
    const before = await filesBelow(to)
    let outcomes = new Set<string>()
    /** Cancels at the `after`th time that the writing waits for something. */
    async function run(after: number): Promise<void> {
      const controller = new AbortController()
      let asked = 0
      const signal = new Proxy(controller.signal, {
        get(target, name) {
          if (name === 'aborted' && ++asked > after) controller.abort()
          return Reflect.get(target, name, target)
        },
      })
      const written = await writeExport(
        { of, format, place: placeOfExport(path, 'x') },
        { signal, progress: () => undefined },
      )
      outcomes = outcomes.add(written.ok ? 'done' : written.error.code)
      if (!written.ok) expect(await filesBelow(to)).toEqual(before)
      else {
        expect(Object.keys(await filesBelow(to)).filter(name => name.includes('.cuttings-export-'))).toEqual(
          [],
        )
        await rm(path, { recursive: true })
        await rm(`${path} files`, { recursive: true, force: true })
        if (formatFacts(format).target === 'file') await writeFile(path, 'an older export')
      }
    }
    await fc.assert(fc.asyncProperty(fc.nat({ max: 40 }), run), { seed: 6, numRuns: 25 })
    await run(Number.POSITIVE_INFINITY)
    expect([...outcomes].sort()).toEqual(['cancelled', 'done'])
  })
})
