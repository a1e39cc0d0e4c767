import { rm } from 'node:fs/promises'
import { listBackups } from '../../electron/store/backup/backup-folder.ts'
import { restoreLibrary } from '../../electron/store/backup/restore-library.ts'
import { verifyBackups } from '../../electron/store/backup/verify-backups.ts'
import { durableFiles } from '../../electron/store/durable-files.ts'
import { nodeFileSystem } from '../../electron/store/file-system.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { problemsOfImports } from './check-imports.ts'
import { type Acknowledged, linesOf, problemsOf } from './check-library.ts'

export async function hasBackup(backups: string): Promise<boolean> {
  const list = await listBackups(durableFiles(nodeFileSystem, backups))
  return list.ok && list.value.backups.length > 0
}

/** What is wrong with the backups: one that has a name must be whole, also where a kill came between. */
export async function problemsOfBackups(backups: string, library: string): Promise<string[]> {
  if (!(await nodeFileSystem.exists(backups))) return []
  const report = await verifyBackups(
    durableFiles(nodeFileSystem, backups),
    durableFiles(nodeFileSystem, library),
  )
  if (!report.ok) return [`the backups cannot be verified: ${JSON.stringify(report.error)}`]
  const { lost, mended, unreadable } = report.value
  return lost.length + mended + unreadable.length === 0 ? [] : [`backups: ${JSON.stringify(report.value)}`]
}

/**
 * Restores the newest backup and says what is wrong with the library that comes of it. It has to be a moment of the
 * past: every change that was acknowledged before the backup began, the last of them `since`, whole and in its order,
 * and ledgers of imports that claim no more than that. The restored library does not stay.
 */
export async function problemsOfRestored(
  backups: string,
  acknowledged: Acknowledged,
  since: number,
): Promise<string[]> {
  const folder = `${backups}-restored`
  try {
    const restored = await restoreLibrary(backups, 'latest', folder)
    if (!restored.ok) return [`the backup is not restored: ${JSON.stringify(restored.error)}`]
    if (restored.value.lost.length + restored.value.problems.length > 0)
      return [`the backup is not whole: ${JSON.stringify(restored.value)}`]
    const opened = await openLibrary(folder, { clock: systemClock, identifiers: uuidIdentifiers })
    if (!opened.ok) return [`the restored library does not open: ${JSON.stringify(opened.error)}`]
    const library = opened.value
    const problems: string[] = []
    if (library.version < since)
      problems.push(
        `change ${since} was acknowledged before the backup began, and it ends at ${library.version}`,
      )
    const ofThen = new Map([...acknowledged].filter(([seq]) => seq <= library.version))
    const lines = await linesOf(folder)
    problems.push(...(await problemsOf(library, lines, ofThen)))
    problems.push(...(await problemsOfImports(folder, lines)))
    await library.close()
    return problems.map(problem => `restored: ${problem}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
