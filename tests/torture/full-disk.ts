import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, rmdir, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { verify } from '../../electron/store/verify.ts'
import { clip } from '../properties/mixed-run.ts'

const PORTS = { clock: systemClock, identifiers: uuidIdentifiers }
const ORIGINAL_BYTES = 200_000
/** What the last megabytes are filled with, so that the disk is full to the last byte while the library is opened. */
const FILLER = 'filler'

/** Why no small disk can be made here, in words; undefined where it can. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'tmpfs is of Linux'
  return process.getuid?.() === 0 ? undefined : 'only root may mount one'
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Clips into a library on a disk of 16 MB until it is full, opens it while it is, and again with room. Gives back how
 * many clippings were acknowledged, and what went wrong.
 */
export async function fillDisk(): Promise<{ kept: number; problems: string[] }> {
  const disk = await mkdtemp(join(tmpdir(), 'cuttings-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk], { encoding: 'utf8' })
  if (mounted.status !== 0) throw new Error(`no small disk: ${mounted.stderr}`)
  const problems: string[] = []
  const folder = join(disk, 'library')
  try {
    await mkdir(folder)
    // Space for the filler to leave again.
    await writeFile(join(disk, FILLER), new Uint8Array(1_000_000))
    const kept = await fill(folder, problems)
    await openFull(folder, kept, problems)
    await rm(join(disk, FILLER))
    await openWithRoom(folder, kept, problems)
    if ((await freeBytes(disk)) > ORIGINAL_BYTES * 10) problems.push('the disk was never full')
    return { kept, problems }
  } finally {
    spawnSync('umount', [disk])
    await rmdir(disk)
  }
}

async function fill(folder: string, problems: string[]): Promise<number> {
  const opened = await openLibrary(folder, PORTS)
  if (!opened.ok) throw new Error(opened.error.message)
  const library = opened.value
  for (let kept = 0; ; kept++) {
    const original = await library.putOriginal(new Uint8Array(ORIGINAL_BYTES).fill(kept), 'image/png', '')
    const outcome = original.ok ? await clip(library, 1000 + kept) : original
    if (outcome.ok) continue
    if (outcome.error.code !== 'disk-full')
      problems.push(`the disk is full, and it says ${outcome.error.code}`)
    await library.close()
    return kept
  }
}

async function openFull(folder: string, kept: number, problems: string[]): Promise<void> {
  const opened = await openLibrary(folder, PORTS)
  if (!opened.ok) {
    problems.push(`does not open while the disk is full: ${opened.error.message}`)
    return
  }
  const { size } = opened.value.state.clippings
  if (size !== kept) problems.push(`has ${size} of ${kept} clippings while the disk is full`)
  await opened.value.close()
}

async function openWithRoom(folder: string, kept: number, problems: string[]): Promise<void> {
  const opened = await openLibrary(folder, PORTS)
  if (!opened.ok) {
    problems.push(`does not open with room: ${opened.error.message}`)
    return
  }
  const { size } = opened.value.state.clippings
  if (size !== kept) problems.push(`has ${size} of ${kept} clippings`)
  const next = await clip(opened.value, 1)
  if (!next.ok) problems.push(`takes no new clipping: ${next.error.code}`)
  await opened.value.close()
  for (const problem of (await verify(folder)).problems) problems.push(JSON.stringify(problem))
}
