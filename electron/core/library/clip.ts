import { happenedIn } from '../dates/happened.ts'
import type { Clipping, Original } from '../model/clipping.ts'
import type { Extraction } from '../model/extraction.ts'
import { type Change, putClipping } from './change.ts'
import type { LibraryState } from './state.ts'
import { missingTags } from './tags.ts'

/** What extraction read, as a clipping that is new to the library: no tags, no marks, first revision. */
export const clippingFrom = (
  { clipping, article }: Extraction,
  { id, at, originals }: { id: string; at: string; originals: Original[] },
): Clipping => ({
  id,
  ...clipping,
  happened: happenedIn(article.datesInText, clipping.published),
  clippedAt: at,
  updatedAt: at,
  originals,
  tags: [],
  collections: [],
  starred: false,
  articleRevision: 1,
})

/** Adds the clippings as one change; tags of theirs that the library does not know are created. */
export function planClip(state: LibraryState, clippings: readonly [Clipping, ...Clipping[]]): Change {
  const [first] = clippings
  return {
    label: { kind: 'clip', count: clippings.length, ...(clippings.length === 1 && { name: first.title }) },
    ops: [
      ...missingTags(
        state,
        clippings.flatMap(({ tags }) => tags),
      ),
      ...clippings.map(putClipping),
    ],
  }
}
