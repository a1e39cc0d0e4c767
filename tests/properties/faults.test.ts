import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../electron/store/open-library.ts'
import { MemoryDisk } from '../unit/store/memory-disk.ts'
import { got } from '../unit/store/scratch-library.ts'
import { ERRORS, faultyFileSystem, fullFileSystem } from './faulty-file-system.ts'
import { clip } from './mixed-run.ts'
import { portsFrom, problemAfter, runAndGoOn } from './run-and-go-on.ts'

const FOLDER = '/library/of/lin/Cuttings'

/** The first error at every call; of the others each at every fourth, so that together they meet every call again. */
const SWEEPS = ERRORS.map((code, index) =>
  index === 0 ? { code, first: 0, step: 1 } : { code, first: index - 1, step: ERRORS.length - 1 },
)

describe('a call to the disk that fails, whichever it is', () => {
  test.each(SWEEPS)(
    'with $code ends in a typed failure or is made up for, and loses nothing that was acknowledged',
    async ({ code, first, step }) => {
      const healthy = faultyFileSystem(new MemoryDisk().fileSystem, Number.POSITIVE_INFINITY, code)
      expect((await runAndGoOn(FOLDER, healthy.fileSystem)).failures).toEqual([])
      const calls = healthy.calls()
      const problems: string[] = []
      let failed = 0
      for (let at = first; at < calls; at += step) {
        const disk = new MemoryDisk()
        const ran = await runAndGoOn(FOLDER, faultyFileSystem(disk.fileSystem, at, code).fileSystem)
        if (ran.failures.length > 0) failed++
        const problem = await problemAfter(ran, FOLDER, disk.fileSystem)
        if (problem !== undefined) problems.push(`${code} at call ${at}: ${problem}`)
      }
      expect(problems.slice(0, 12), `${problems.length} of ${calls}`).toEqual([])
      expect(failed).toBeGreaterThan(calls / step / 3)
    },
    60_000,
  )
})

describe('a full disk', () => {
  test('of any size ends in typed failures, opens for reading while it is full, and goes on when it is not', async () => {
    const problems: string[] = []
    for (let room = 0; room <= 40_000; room += 613) {
      const disk = new MemoryDisk()
      const ran = await runAndGoOn(FOLDER, fullFileSystem(disk.fileSystem, room))
      if (!ran.failures.includes('disk-full')) problems.push(`${room} bytes: nothing failed`)
      const reading = await openLibrary(FOLDER, portsFrom(fullFileSystem(disk.fileSystem, 0), 6))
      if (ran.contents.size > 0) {
        if (!reading.ok)
          problems.push(`${room} bytes: does not open while it is full: ${reading.error.message}`)
        else if (reading.value.version < ran.acknowledged)
          problems.push(`${room} bytes: lost something while full`)
      }
      if (reading.ok) await reading.value.close()
      const problem = await problemAfter(ran, FOLDER, disk.fileSystem)
      if (problem !== undefined) problems.push(`${room} bytes: ${problem}`)
    }
    expect(problems).toEqual([])
  }, 60_000)

  test('of 16 MB takes clippings until it is full, and has every one of them', async () => {
    const disk = new MemoryDisk()
    const library = got(
      await openLibrary(FOLDER, portsFrom(fullFileSystem(disk.fileSystem, 16 * 1024 * 1024))),
    )
    let kept = 0
    let failure: string | undefined
    while (failure === undefined) {
      const bytes = new Uint8Array(300_000).fill(kept)
      const original = await library.putOriginal(bytes, 'application/octet-stream', '')
      const outcome = original.ok ? await clip(library, 100 + kept) : original
      if (outcome.ok) kept++
      else failure = outcome.error.code
    }
    expect(failure).toBe('disk-full')
    expect(kept).toBeGreaterThan(40)
    await library.close()
    const again = got(await openLibrary(FOLDER, portsFrom(disk.fileSystem, 7)))
    expect(again.state.clippings.size).toBe(kept)
    got(await clip(again, 1))
    await again.close()
  })
})
