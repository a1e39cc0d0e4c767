import type { TFunction } from 'i18next'

const NAMED = 3

/** Names in a row, the first few of them: "a, b, c and 4 more". */
export function namesWords(t: TFunction, names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join(t('common.listGap'))
  const rest = names.length - NAMED
  return rest > 0 ? t('tags.andMore', { names: shown, count: rest }) : shown
}
