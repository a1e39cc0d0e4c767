import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { STALE_MS } from '../../../electron/store/lock.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { sampleClipping } from '../core/library/samples.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

/** A library whose lock file says what it is given. */
async function lockedBy(holder: { host: string; pid: number; heartbeatAgeMs: number }): Promise<string> {
  const folder = await scratchFolder()
  const heartbeat = new Date(Date.now() - holder.heartbeatAgeMs).toISOString()
  const lock = { host: holder.host, pid: holder.pid, startedAt: heartbeat, heartbeat }
  await writeFile(join(folder, 'lock'), JSON.stringify(lock))
  return folder
}

/** The pid of another process that runs until the test ends, or of one that ran. */
async function otherProcess(): Promise<{ pid: number; end(): Promise<void> }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  await once(child, 'spawn')
  const end = async () => {
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await exit
  }
  onTestFinished(() => end())
  return { pid: child.pid ?? 0, end }
}

describe('the lock of a library', () => {
  test('is respected while its holder lives', async () => {
    const { pid } = await otherProcess()
    const folder = await lockedBy({ host: hostname(), pid, heartbeatAgeMs: 0 })
    const result = await openLibrary(folder, samplePorts())
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'library-locked', holder: { host: hostname(), since: expect.stringMatching(/Z$/) } },
    })
    expect(await readdir(folder)).toEqual(['lock'])
  })

  test('holds within one process too, by whatever path', async () => {
    const folder = await scratchFolder()
    await opened(join(folder, 'library'))
    await symlink(join(folder, 'library'), join(folder, 'link'), 'junction')
    for (const path of ['library', 'link'])
      expect(await openLibrary(join(folder, path), samplePorts())).toMatchObject({
        ok: false,
        error: { code: 'library-locked' },
      })
  })

  test('with the pid of this process, as in a container, is taken over where this process has none', async () => {
    const folder = await lockedBy({ host: hostname(), pid: process.pid, heartbeatAgeMs: 1000 })
    expect((await opened(folder)).repairs).toEqual(['stale-lock-taken'])
  })

  test('is taken over from a process of this computer that has ended', async () => {
    const { pid, end } = await otherProcess()
    const folder = await lockedBy({ host: hostname(), pid, heartbeatAgeMs: 0 })
    await end()
    const library = await opened(folder)
    expect(library.repairs).toEqual(['stale-lock-taken'])
    expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid })
    await library.close()
    expect(await readdir(folder)).not.toContain('lock')
  })

  test('of another computer is respected until it has been silent for long', async () => {
    const recent = await lockedBy({ host: 'elsewhere', pid: 1, heartbeatAgeMs: STALE_MS - 60_000 })
    expect(await openLibrary(recent, samplePorts())).toMatchObject({ error: { code: 'library-locked' } })
    const silent = await lockedBy({ host: 'elsewhere', pid: 1, heartbeatAgeMs: STALE_MS + 60_000 })
    expect((await opened(silent)).repairs).toEqual(['stale-lock-taken'])
  })

  test('that says nothing, as a crash leaves it, is taken over', async () => {
    const folder = await scratchFolder()
    await writeFile(join(folder, 'lock'), '')
    expect((await opened(folder)).repairs).toEqual(['stale-lock-taken'])
  })

  test('is given to one of many that take over a stale one at once', async () => {
    const { pid, end } = await otherProcess()
    const folder = await lockedBy({ host: hostname(), pid, heartbeatAgeMs: 0 })
    await end()
    const results = await Promise.all(Array.from({ length: 5 }, () => openLibrary(folder, samplePorts())))
    const libraries = results.flatMap(result => (result.ok ? [result.value] : []))
    expect(libraries).toHaveLength(1)
    await libraries[0]?.close()
  })

  test('lost while the computer slept turns the library read-only before anything is written', async () => {
    const folder = await scratchFolder()
    const ports = samplePorts()
    const library = await opened(folder, ports)
    got(await library.commit(planClip(library.pending, [sampleClipping(1)])))
    const journal = await readFile(join(folder, 'journal', '000001.jsonl'))
    const now = new Date().toISOString()
    await writeFile(
      join(folder, 'lock'),
      JSON.stringify({ host: 'elsewhere', pid: 1, startedAt: now, heartbeat: now }),
    )
    ports.advance(STALE_MS)
    const late = await library.commit(planClip(library.pending, [sampleClipping(2)]))
    expect(late).toMatchObject({ ok: false, error: { code: 'library-locked' } })
    expect(library.readOnly?.code).toBe('library-locked')
    expect(library.pending.clippings.size).toBe(1)
    expect(await readFile(join(folder, 'journal', '000001.jsonl'))).toEqual(journal)
    await library.close()
    // The other's lock is not ours to remove.
    expect(await readdir(folder)).toContain('lock')
  })
})
