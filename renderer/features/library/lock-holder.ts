import type { Failure } from '../../../electron/ipc/contract.ts'

/** Which computer has a library open, and since when. */
export interface LockHolder {
  readonly host: string
  readonly since: string
}

const DETAIL = / on (.+) since (\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/

/** Who holds the lock, as the detail of `library-locked` says it; undefined where it does not. */
export function lockHolder({ code, detail }: Failure): LockHolder | undefined {
  const match = code === 'library-locked' ? DETAIL.exec(detail ?? '') : null
  const [, host, since] = match ?? []
  return host !== undefined && since !== undefined ? { host, since } : undefined
}
