import type { TFunction } from 'i18next'
import { type LeftOut, NOT_LOADED_KINDS } from '../../../electron/core/model/original-page.ts'

/** How many things a page is shown without. */
export const totalOf = ({ counts }: LeftOut): number =>
  NOT_LOADED_KINDS.reduce((sum, kind) => sum + counts[kind], 0)

/** "5 scripts, 3 pictures", in the order of the kinds. */
export const leftOutWords = (t: TFunction, { counts }: LeftOut): string =>
  NOT_LOADED_KINDS.filter(kind => counts[kind] > 0)
    .map(kind => t(`originalPage.kinds.${kind}`, { count: counts[kind] }))
    .join(t('originalPage.between'))
