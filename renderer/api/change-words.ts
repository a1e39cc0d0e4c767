import type { TFunction } from 'i18next'
import type { ChangeLabel } from '../../electron/core/model/library-change.ts'

/** A change in words: "Moved 3 clippings to the trash". */
export const changeWords = (t: TFunction, label: ChangeLabel): string =>
  t(`change.${label.kind}`, { count: label.count, name: label.name ?? '' })
