import type { TFunction } from 'i18next'
import type { ChangeLabel } from '../../electron/core/model/library-change.ts'

/** A change in words: "Moved 3 clippings to the trash". */
export const changeWords = (t: TFunction, label: ChangeLabel): string =>
  t(`change.${label.kind}`, { count: label.count, name: label.name ?? '' })

/** What undoing or redoing it would do: "Undo: Moved 3 clippings to the trash". */
export const historyWords = (t: TFunction, which: 'undo' | 'redo', label: ChangeLabel): string =>
  t(`change.${which}Of`, { change: changeWords(t, label) })
