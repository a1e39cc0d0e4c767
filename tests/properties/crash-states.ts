import type { Crash, MemoryDisk } from '../unit/store/memory-disk.ts'

/** Smaller than any disk's, so that more ways to lose part of a write are tried. */
const SECTOR = 512

const whole = (_: string, written: Uint8Array): Uint8Array => written
const dropped = (_: string, written: Uint8Array, synced: number): Uint8Array => written.subarray(0, synced)
const allNames = (_: string, pending: number): number => pending
const noNames = (): number => 0

/** One way in which the disk could look after a loss of power, and how to say it in a failing test. */
export interface CrashState {
  readonly disk: MemoryDisk
  readonly how: string
}

/**
 * The states in which a loss of power at this moment could leave the disk: all kept; what was not synced
 * dropped; changes of names undone, everywhere or in one folder, in part or whole; and each unsynced tail cut
 * at every `stride`-th byte, or with its length kept and its bytes, or one sector of them, zero.
 */
export function* crashStates(disk: MemoryDisk, stride: number): Generator<CrashState> {
  const state = (how: string, crash: Crash): CrashState => ({ how, disk: disk.after(crash) })
  const folders = disk.unsettledFolders()
  const files = disk.unsettledFiles()
  yield state('all kept', { names: allNames, bytes: whole })
  if (files.length > 0) yield state('unsynced bytes dropped', { names: allNames, bytes: dropped })
  if (folders.length > 0) yield state('names undone', { names: noNames, bytes: whole })
  if (files.length > 0 && folders.length > 0)
    yield state('bytes dropped and names undone', { names: noNames, bytes: dropped })
  for (const { path, pending } of folders)
    for (let kept = 0; kept < pending; kept++) {
      const names = (folder: string, all: number): number => (folder === path ? kept : all)
      yield state(`${kept} of ${pending} names kept in ${path}`, { names, bytes: whole })
      if (files.length > 0)
        yield state(`${kept} of ${pending} names kept in ${path}, bytes dropped`, { names, bytes: dropped })
    }
  for (const file of files) {
    const tail = (how: string, left: Crash['bytes']): CrashState =>
      state(`${how} in ${file.path}`, {
        names: allNames,
        bytes: (path, written, synced) =>
          path === file.path ? left(path, written, synced) : dropped(path, written, synced),
      })
    for (let kept = file.synced + 1; kept < file.written; kept += stride)
      yield tail(`${kept} of ${file.written} bytes`, (_, written) => written.subarray(0, kept))
    yield tail('zeros', (_, written, synced) => Uint8Array.from(written).fill(0, synced))
    for (let from = file.synced; from < file.written; from += SECTOR) {
      // A disk writes whole sectors, so that a hole begins at a multiple of their size.
      const start = Math.max(file.synced, from - (from % SECTOR))
      const end = start - (start % SECTOR) + SECTOR
      if (end < file.written)
        yield tail(`a hole at ${start}`, (_, written) => Uint8Array.from(written).fill(0, start, end))
    }
  }
}
