import type { DateInText } from '../../../electron/core/model/article.ts'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { createStore } from '../../state/store.ts'

/** A passage that is to become an event, and the first date in it. */
export interface PassageEvent {
  readonly clipping: Pick<Clipping, 'id' | 'collections' | 'published'>
  readonly words: string
  readonly date: Pick<DateInText, 'phrase' | 'edtf'> | undefined
}

/** The passage that the dialog asks about. */
export const passageEvent = createStore<PassageEvent | undefined>(undefined)

/** More than an event may say is cut off, and seen where it is edited. */
const MOST_WORDS = 2000

interface Place {
  readonly order: number
  readonly at: number
}

const isWithin = ({ order, start, phrase }: DateInText, from: Place, to: Place): boolean =>
  (order > from.order || (order === from.order && start >= from.at)) &&
  (order < to.order || (order === to.order && start + phrase.length <= to.at))

/** What a passage between two places says as an event, with the first date that the text has there. */
export function eventOfPassage(
  { from, to, text }: { readonly from: Place; readonly to: Place; readonly text: string },
  dates: readonly DateInText[],
): Pick<PassageEvent, 'words' | 'date'> {
  const [date] = dates
    .filter(each => isWithin(each, from, to))
    .toSorted((a, b) => a.order - b.order || a.start - b.start)
  return { words: text.replace(/\s+/gu, ' ').trim().slice(0, MOST_WORDS), date }
}
