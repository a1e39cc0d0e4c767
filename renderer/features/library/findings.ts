import type { Finding, LibraryReport } from '../../../electron/ipc/contract.ts'

/** What a report may say that is no damage: it is told, and nothing has to be done about it. */
const HARMLESS: ReadonlySet<Finding['code']> = new Set(['unreferenced', 'conflict-copy'])

/** Those that are damage, in the order given. */
export const damageIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => !HARMLESS.has(code))

/** Those that are only worth knowing. */
export const notesIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => HARMLESS.has(code))

/** A collection that is not there cannot come from the history; everything else a repair may mend. */
export const isMendable = (findings: readonly Finding[]): boolean =>
  damageIn(findings).some(({ code }) => code !== 'missing-collection')

export const countOf = (findings: readonly { readonly count: number }[]): number =>
  findings.reduce((sum, { count }) => sum + count, 0)

/** Whether a report says that the library is damaged still. */
export function showsDamage(report: LibraryReport | undefined): boolean {
  if (report?.of === 'verify') return damageIn(report.findings).length > 0
  if (report?.of === 'repair') return damageIn(report.left).length > 0
  return false
}
