import type { TFunction } from 'i18next'
import type { Failure } from '../../../electron/ipc/contract.ts'
import { failureWords } from '../../api/failure-words.ts'
import { templateProblemWords } from './template-words.ts'

/**
 * Why an export failed, in words. Where the disk refused, it is the place that was chosen, not the library, that
 * could not be written, and another place will do.
 */
export function exportFailureWords(t: TFunction, { code, template }: Pick<Failure, 'code' | 'template'>) {
  if (template !== undefined) return { ...failureWords(t, { code }), what: templateProblemWords(t, template) }
  if (code === 'out-of-memory' || code === 'timed-out')
    return {
      what: t(code === 'out-of-memory' ? 'exporting.limits.memory' : 'exporting.limits.time'),
      kept: t('exporting.limits.kept'),
      todo: t('exporting.limits.todo'),
    }
  if (code !== 'write-failed' && code !== 'read-only' && code !== 'disk-full')
    return failureWords(t, { code })
  return {
    what: t(code === 'disk-full' ? 'exporting.placeFull' : 'exporting.placeRefused'),
    kept: t('failure.export-failed.kept'),
    todo: t('exporting.otherPlace'),
  }
}
