import type { Instant } from '../core/model/identifiers.ts'

/** How far from its beginning a file says when it was exported. */
const HEAD = 64 * 1024
const WHEN = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/u
const NEWLINE = 0x0a

/**
 * Whether a file would only say another time of the export: it is the one that is there, but for that time in one line near
 * its beginning, as an instant or as a day.
 */
export function isSameExport(there: Buffer, now: Buffer, createdAt: Instant): boolean {
  if (there.length !== now.length) return false
  if (there.equals(now)) return true
  let at = 0
  while (at < HEAD && there[at] === now[at]) at += 1
  const start = at === 0 ? 0 : now.lastIndexOf(NEWLINE, at - 1) + 1
  const next = now.indexOf(NEWLINE, at)
  const end = next === -1 ? now.length : next
  if (at >= HEAD || !there.subarray(end).equals(now.subarray(end))) return false
  const [old, line] = [there, now].map(bytes => bytes.subarray(start, end).toString('utf8'))
  if (old === undefined || line === undefined) return false
  return [createdAt, createdAt.slice(0, 10)].some(time => {
    const from = line.indexOf(time)
    const was = old.slice(from, from + time.length)
    return (
      from !== -1 && WHEN.test(was) && `${old.slice(0, from)}${time}${old.slice(from + time.length)}` === line
    )
  })
}
