import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLibrary } from '../../../../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../../../../electron/store/system-ports.ts'
import { lockHolder } from '../../../../../renderer/features/library/lock-holder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-holder-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('reads the computer and the time from what the store says of a lock', async () => {
  const library = join(folder, 'library')
  const ports = { clock: systemClock, identifiers: uuidIdentifiers }
  const made = await openLibrary(library, ports)
  if (!made.ok) throw new Error(made.error.message)
  await made.value.close()
  const at = new Date(systemClock.now()).toISOString()
  const holder = { host: 'Anna on the road', pid: 3121, startedAt: at, heartbeat: at }
  await mkdir(library, { recursive: true })
  await writeFile(join(library, 'lock'), JSON.stringify(holder))
  const opened = await openLibrary(library, ports)
  expect(opened.ok ? undefined : lockHolder(opened.error)).toEqual({ host: 'Anna on the road', since: at })
})

it('says nothing of a failure that is no lock, or that names nobody', () => {
  const detail = 'process 1 on a since 2026-03-01T00:00:00.000Z'
  expect(lockHolder({ code: 'disk-full', message: '', detail })).toBeUndefined()
  expect(lockHolder({ code: 'library-locked', message: 'another process is opening it' })).toBeUndefined()
})
