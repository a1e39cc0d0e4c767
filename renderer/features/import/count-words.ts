import type { TFunction } from 'i18next'
import {
  IMPORT_OUTCOMES,
  type ImportCounts,
  type ImportOutcome,
} from '../../../electron/core/model/import-ledger.ts'

/** How many clippings an import made, or a dry run would make. */
export const clippingsOf = (counts: ImportCounts): number =>
  counts.imported + counts.version + counts['link-only']

export const itemsOf = (counts: ImportCounts, outcome?: ImportOutcome): number =>
  outcome ? counts[outcome] : IMPORT_OUTCOMES.reduce((sum, each) => sum + counts[each], 0)

/** What came of an import in one line: “8 new, 1 already there, 1 not read”. */
export function countWords(t: TFunction, counts: ImportCounts): string {
  const parts = IMPORT_OUTCOMES.filter(outcome => counts[outcome] > 0).map(outcome =>
    t(`importing.count.${outcome}`, { count: counts[outcome] }),
  )
  return parts.length > 0 ? parts.join(t('common.listGap')) : t('importing.countNothing')
}
