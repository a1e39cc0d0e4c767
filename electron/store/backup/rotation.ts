const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** The newest backup of each hour, day and week (in UTC) is kept for so long. The spans nest, so no rule robs another. */
const RULES = [
  { each: HOUR, during: DAY },
  { each: DAY, during: WEEK },
  { each: WEEK, during: 26 * WEEK },
] as const

/** However old they are: a clock that is wrong by years must not empty the folder. */
const KEPT_ALWAYS = 10

/**
 * Which of the backups to keep at a time, all in milliseconds since the Unix epoch. One that is dated later
 * than `now` is kept. Rotating often keeps no less than rotating once.
 */
export function backupsToKeep(times: readonly number[], now: number): ReadonlySet<number> {
  const newestFirst = [...new Set(times)].sort((a, b) => b - a)
  const keep = new Set(newestFirst.filter((time, index) => index < KEPT_ALWAYS || time > now))
  for (const { each, during } of RULES) {
    const spans = new Set<number>()
    for (const time of newestFirst) {
      const span = Math.floor(time / each)
      if (time > now - during && !spans.has(span)) keep.add(time)
      spans.add(span)
    }
  }
  return keep
}

export type BackupKind = 'hourly' | 'daily' | 'weekly'

/** For which rule a backup is kept at a time, both in milliseconds since the epoch. */
export function kindOf(time: number, now: number): BackupKind {
  if (time > now - DAY) return 'hourly'
  return time > now - WEEK ? 'daily' : 'weekly'
}

/** True where an hour has gone by since the newest backup (in milliseconds since the Unix epoch), or there is none. */
export const backupIsDue = (newest: number | undefined, now: number): boolean =>
  newest === undefined || now - newest >= HOUR || newest > now
