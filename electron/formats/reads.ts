import type {
  ImportItem,
  ItemContent,
  ItemRead,
  ReadFailureReason,
  StatedByFile,
} from '../core/model/import-item.ts'

/** Where an item stands, and its own bytes. */
export interface Place {
  readonly key: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Of the original: it says where in which file it was. */
  readonly originalName: string
}

/** What a reader found: the item under the name that it states, its address, or where it stands. */
export function itemOf(place: Place, content: ItemContent, stated: StatedByFile): ItemRead {
  const value: ImportItem = {
    key: place.key,
    name: stated.title ?? stated.url ?? place.key,
    content,
    stated,
    original: { bytes: place.bytes, mediaType: place.mediaType, name: place.originalName },
  }
  return { ok: true, value }
}

export const failedRead = (
  key: string,
  name: string,
  reason: ReadFailureReason,
  detail?: string,
): ItemRead => ({ ok: false, error: { key, name, reason, detail } })

export const LINK: ItemContent = { kind: 'link' }

/** Nothing stated: readers add to it what they find. */
export const NOTHING_STATED: StatedByFile = { tags: [], folders: [], highlights: [] }
