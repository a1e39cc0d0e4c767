import { expect, test } from 'vitest'
import { injectFaults, whyNotTraceable } from '../torture/system-faults.ts'
import { MemoryDisk } from '../unit/store/memory-disk.ts'
import { faultyFileSystem } from './faulty-file-system.ts'
import { problemAfter, runAndGoOn } from './run-and-go-on.ts'

const refusal = whyNotTraceable()

/** Where strace may not trace, the port stands in, so that the promise is tested everywhere; faults.test.ts tries every call. */
if (refusal !== undefined) {
  console.warn(`No system call can be made to fail here (${refusal}); calls of the port fail instead.`)
  test('a call of the port that fails, since no system call can be made to here, loses nothing', async () => {
    for (let at = 0; at < 300; at += 7) {
      const disk = new MemoryDisk()
      const ran = await runAndGoOn('/library', faultyFileSystem(disk.fileSystem, at, 'EIO').fileSystem)
      expect(await problemAfter(ran, '/library', disk.fileSystem), `call ${at}`).toBeUndefined()
    }
  })
} else {
  test('a system call that fails ends in a typed failure or is made up for, and loses nothing acknowledged', async () => {
    const { runs, met, problems } = await injectFaults(47)
    expect(problems).toEqual([])
    expect(met).toBeGreaterThan(0.9 * runs)
    expect(runs).toBeGreaterThan(45)
  }, 600_000)
}
