import { takeBackup } from '../store/backup/take-backup.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { systemClock } from '../store/system-ports.ts'
import type { Tasks } from './tasks.ts'
import type { Watch } from './watch.ts'

/** Takes a backup if one is due; undefined where it was taken or none was due, else why it was not. */
export async function backUp(
  { library, backups }: Tasks['back-up']['input'],
  { signal }: Watch,
): Promise<StoreFailure | undefined> {
  const taken = await takeBackup({ library, backups, clock: systemClock, onlyIfDue: true, watch: { signal } })
  return taken.ok ? undefined : taken.error
}
