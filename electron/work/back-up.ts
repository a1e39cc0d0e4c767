import { takeBackup } from '../store/backup/take-backup.ts'
import { systemClock } from '../store/system-ports.ts'
import type { Tasks } from './tasks.ts'

/** Takes a backup if one is due; undefined where it was taken or none was due, else why it was not. */
export async function backUp({ library, backups }: Tasks['back-up']['input']): Promise<string | undefined> {
  const taken = await takeBackup({ library, backups, clock: systemClock, onlyIfDue: true })
  return taken.ok ? undefined : `${taken.error.code}: ${taken.error.message}`
}
