import type { TFunction } from 'i18next'
import type { TemplateProblem } from '../../../electron/core/model/export-template.ts'

/** What is wrong with a template, and where, in words. */
export function templateProblemWords(t: TFunction, { reason, line, column, word }: TemplateProblem): string {
  const what = t(`exporting.template.problems.${reason}`, { word: word ?? '' })
  return reason === 'missing' || reason === 'too-many'
    ? what
    : t('exporting.template.at', { what, line, column })
}
