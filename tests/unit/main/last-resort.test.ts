import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EXIT_CODE, endOnFault } from '../../../electron/main/last-resort.ts'
import { nodeFileSystem } from '../../../electron/store/file-system.ts'
import { releaseLocksAtOnce, takeLock } from '../../../electron/store/lock.ts'
import { LOCK_FILE } from '../../../electron/store/paths.ts'
import { got, samplePorts, scratchFolder } from '../store/scratch-library.ts'

function scene(broken: 'say' | 'letGo' | undefined = undefined) {
  const process = new EventEmitter()
  const done: unknown[] = []
  const step = (name: 'say' | 'letGo') => () => {
    done.push(name)
    if (name === broken) throw new Error('this too')
  }
  endOnFault(process as unknown as NodeJS.Process, {
    log: event => done.push(event),
    say: step('say'),
    letGo: step('letGo'),
    exit: code => done.push(code),
  })
  return { process, done }
}

it.each([
  ['uncaughtException', 'main'],
  ['unhandledRejection', 'promise'],
])('logs, gives the library back, says it and ends at %s', (event, where) => {
  const { process, done } = scene()
  process.emit(event, new RangeError('words of an article'))
  expect(done).toEqual([
    { event: 'bug', where, kind: 'RangeError', places: expect.any(Array) },
    'letGo',
    'say',
    EXIT_CODE,
  ])
})

it('ends once, and whatever else goes wrong', () => {
  const { process, done } = scene('letGo')
  process.emit('uncaughtException', undefined)
  process.emit('unhandledRejection', new Error('another'))
  expect(done.slice(1)).toEqual(['letGo', 'say', EXIT_CODE])
})

it('gives back the locks of this process, and no other', async () => {
  const [ours, theirs] = [await scratchFolder(), await scratchFolder()]
  const { clock } = samplePorts()
  for (const folder of [ours, theirs]) got(await takeLock(nodeFileSystem, folder, clock))
  const path = join(theirs, LOCK_FILE)
  const taken = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...taken, pid: taken.pid + 1 }))
  releaseLocksAtOnce()
  expect([existsSync(join(ours, LOCK_FILE)), existsSync(path)]).toEqual([false, true])
})
