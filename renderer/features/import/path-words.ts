import type { TFunction } from 'i18next'
import type { ImportSummary } from '../../../electron/core/model/import-ledger.ts'

/** The last part of a path, whichever system wrote it. */
export const baseName = (path: string): string => path.split(/[/\\]/).filter(Boolean).at(-1) ?? path

/** What an import is called: the file or folder it is of. */
export function importName(t: TFunction, { paths }: Pick<ImportSummary, 'paths'>): string {
  const name = baseName(paths[0] ?? '')
  return paths.length > 1 ? t('importing.pathsMore', { name, count: paths.length }) : name
}
