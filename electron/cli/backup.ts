import { listBackups, type NamedBackup } from '../store/backup/backup-folder.ts'
import { takeBackup } from '../store/backup/take-backup.ts'
import { verifyBackups } from '../store/backup/verify-backups.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { systemClock } from '../store/system-ports.ts'
import { storeFailure } from './library-folder.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const facts = ({ name, backup }: NamedBackup) => ({
  name,
  takenAt: backup.takenAt,
  change: backup.library.seq,
  files: backup.fileCount,
  bytes: backup.byteLength,
})

/** `backup`: takes one now, beside a running Cuttings if need be. */
export async function backUpLibrary(
  library: string,
  backups: string,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  const taken = await takeBackup({ library, backups, clock: systemClock })
  if (!taken.ok) {
    const busy = taken.error.code === 'library-locked'
    const reason = busy ? 'another backup is being taken into this folder' : storeFailure(taken.error)
    output.err(`cuttings: ${library}: no backup was taken: ${reason}\n`)
    return EXIT.failed
  }
  if (taken.value === undefined) return EXIT.done
  const { backup, name, added, rotated } = taken.value
  const removed = rotated.backups.length
  if (asJson) output.out(json({ ...facts(taken.value), added, removed: rotated.backups }))
  else
    output.out(
      `${name}: ${backup.fileCount} files, ${megabytes(backup.byteLength)}; ${added} were new or changed\n` +
        (removed === 0 ? '' : `${removed} old ${removed === 1 ? 'backup' : 'backups'} removed\n`),
    )
  return EXIT.done
}

/** `backup list`: newest first, one a line. */
export async function printBackups(backups: string, asJson: boolean, output: Output): Promise<ExitCode> {
  const list = await listBackups(durableFiles(nodeFileSystem, backups))
  if (!list.ok) {
    output.err(`cuttings: ${backups}: ${storeFailure(list.error)}\n`)
    return EXIT.failed
  }
  for (const each of list.value.backups) {
    const { files, bytes } = facts(each)
    output.out(asJson ? json(facts(each)) : `${each.name}\t${files} files\t${megabytes(bytes)}\n`)
  }
  for (const name of list.value.unreadable) output.err(`cuttings: ${name} cannot be read\n`)
  return list.value.unreadable.length === 0 ? EXIT.done : EXIT.failed
}

/** `backup verify`: reads every backup whole, and mends what the library can mend. */
export async function checkBackups(
  library: string,
  backups: string,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  const report = await verifyBackups(
    durableFiles(nodeFileSystem, backups),
    durableFiles(nodeFileSystem, library),
  )
  if (!report.ok) {
    output.err(`cuttings: ${backups}: ${storeFailure(report.error)}\n`)
    return EXIT.failed
  }
  const { backups: count, objects, mended, lost, unreadable } = report.value
  const sound = lost.length + unreadable.length === 0
  if (asJson) output.out(json(report.value))
  else {
    output.out(`${count} backups, ${objects} files checked\n`)
    if (mended > 0) output.out(`${mended} files were damaged and have been copied anew from the library\n`)
    for (const { backup, path } of lost) output.out(`${backup} cannot give ${path} any more\n`)
    for (const name of unreadable) output.out(`${name} cannot be read\n`)
    output.out(sound ? 'all backups are whole\n' : 'the rest can still be restored\n')
  }
  return sound ? EXIT.done : EXIT.failed
}
