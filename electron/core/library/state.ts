import type { ChronologyEvent } from '../model/chronology.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Collection } from '../model/collection.ts'
import type { OutletRule } from '../model/outlet-rule.ts'
import type { SavedSearch } from '../model/saved-search.ts'
import type { Tag } from '../model/tag.ts'

/** Everything that the library knows of its clippings, as one value; a change makes a new one. */
export interface LibraryState {
  /** By id. */
  readonly clippings: ReadonlyMap<string, Clipping>
  /** By full name. */
  readonly tags: ReadonlyMap<string, Tag>
  /** By id. */
  readonly collections: ReadonlyMap<string, Collection>
  /** By id. */
  readonly savedSearches: ReadonlyMap<string, SavedSearch>
  /** By id. */
  readonly outletRules: ReadonlyMap<string, OutletRule>
  /** What the user made of the events of collections, by id. */
  readonly events: ReadonlyMap<string, ChronologyEvent>
}

export const EMPTY_STATE: LibraryState = {
  clippings: new Map(),
  tags: new Map(),
  collections: new Map(),
  savedSearches: new Map(),
  outletRules: new Map(),
  events: new Map(),
}

/** What a state holds, kind by kind: what compares two states compares all of these. */
export const RECORD_KINDS = Object.keys(EMPTY_STATE) as (keyof LibraryState)[]
