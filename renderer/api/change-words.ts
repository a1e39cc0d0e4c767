import type { TFunction } from 'i18next'
import type { ChangeLabel } from '../../electron/core/model/library-change.ts'

/** A change in words: "Moved 3 clippings to the trash". */
export function changeWords(t: TFunction, { kind, count, name }: ChangeLabel): string {
  // Of several tags, which no clipping has, the label counts the tags.
  if (kind === 'delete-tag' && name === undefined) return t('change.deleteTags', { count })
  return t(`change.${kind}`, { count, name: name ?? '' })
}

/** What undoing or redoing it would do: "Undo: Moved 3 clippings to the trash". */
export const historyWords = (t: TFunction, which: 'undo' | 'redo', label: ChangeLabel): string =>
  t(`change.${which}Of`, { change: changeWords(t, label) })
