import type { ChronologyEvent } from '../model/chronology.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Collection } from '../model/collection.ts'
import type { Operation } from '../model/library-change.ts'
import type { OutletRule } from '../model/outlet-rule.ts'
import type { SavedSearch } from '../model/saved-search.ts'
import type { Tag } from '../model/tag.ts'
import { exhausted } from '../result.ts'
import { marksOf, withMarks } from './marks.ts'
import { RecordMap } from './record-map.ts'
import type { LibraryState } from './state.ts'

/** The state after the operations, in order; maps that none of them touches stay the same instances. */
export function applyOperations(state: LibraryState, ops: readonly Operation[]): LibraryState {
  const clippings = new Map<string, Clipping | undefined>()
  const tags = new Map<string, Tag | undefined>()
  const collections = new Map<string, Collection | undefined>()
  const savedSearches = new Map<string, SavedSearch | undefined>()
  const outletRules = new Map<string, OutletRule | undefined>()
  const events = new Map<string, ChronologyEvent | undefined>()
  for (const op of ops) {
    switch (op.op) {
      case 'put-clipping':
        clippings.set(op.clipping.id, op.clipping)
        break
      case 'mark-clipping': {
        const before = clippings.has(op.id) ? clippings.get(op.id) : state.clippings.get(op.id)
        if (before !== undefined) clippings.set(op.id, withMarks(before, op.marks))
        break
      }
      case 'remove-clipping':
        clippings.set(op.id, undefined)
        break
      case 'put-tag':
        tags.set(op.tag.name, op.tag)
        break
      case 'remove-tag':
        tags.set(op.name, undefined)
        break
      case 'put-collection':
        collections.set(op.collection.id, op.collection)
        break
      case 'remove-collection':
        collections.set(op.id, undefined)
        break
      case 'put-saved-search':
        savedSearches.set(op.savedSearch.id, op.savedSearch)
        break
      case 'remove-saved-search':
        savedSearches.set(op.id, undefined)
        break
      case 'put-outlet-rule':
        outletRules.set(op.outletRule.id, op.outletRule)
        break
      case 'remove-outlet-rule':
        outletRules.set(op.id, undefined)
        break
      case 'put-event':
        events.set(op.event.id, op.event)
        break
      case 'remove-event':
        events.set(op.id, undefined)
        break
      default:
        exhausted(op)
    }
  }
  return {
    clippings: clippings.size === 0 ? state.clippings : RecordMap.from(state.clippings).with(clippings),
    tags: changed(state.tags, tags),
    collections: changed(state.collections, collections),
    savedSearches: changed(state.savedSearches, savedSearches),
    outletRules: changed(state.outletRules, outletRules),
    events: changed(state.events, events),
  }
}

function changed<V>(
  map: ReadonlyMap<string, V>,
  changes: ReadonlyMap<string, V | undefined>,
): ReadonlyMap<string, V> {
  if (changes.size === 0) return map
  const result = new Map(map)
  for (const [key, value] of changes) {
    if (value === undefined) result.delete(key)
    else result.set(key, value)
  }
  return result
}

/**
 * The operations that take `ops` back when applied after them: for each record touched, what `state` holds
 * of it. Each record appears once, so their order does not matter.
 */
export function inverseOf(state: LibraryState, ops: readonly Operation[]): Operation[] {
  const inverses = new Map<string, Operation>()
  for (const op of ops) {
    const key = `${kindOf(op)} ${recordOf(op)}`
    const known = inverses.get(key)
    // Where a clipping is both marked and put, marks alone do not bring it back.
    if (known === undefined || (known.op === 'mark-clipping' && op.op !== 'mark-clipping'))
      inverses.set(key, restoring(state, op))
  }
  return [...inverses.values()]
}

function kindOf(op: Operation): keyof LibraryState {
  switch (op.op) {
    case 'put-clipping':
    case 'mark-clipping':
    case 'remove-clipping':
      return 'clippings'
    case 'put-tag':
    case 'remove-tag':
      return 'tags'
    case 'put-collection':
    case 'remove-collection':
      return 'collections'
    case 'put-saved-search':
    case 'remove-saved-search':
      return 'savedSearches'
    case 'put-outlet-rule':
    case 'remove-outlet-rule':
      return 'outletRules'
    case 'put-event':
    case 'remove-event':
      return 'events'
    default:
      return exhausted(op)
  }
}

/** The id of the clipping that the operation is about; undefined where it is about something else. */
export const clippingTouchedBy = (op: Operation): string | undefined =>
  kindOf(op) === 'clippings' ? recordOf(op) : undefined

/** The id or name of the record that the operation puts, marks or removes. */
function recordOf(op: Operation): string {
  switch (op.op) {
    case 'put-clipping':
      return op.clipping.id
    case 'put-tag':
      return op.tag.name
    case 'put-collection':
      return op.collection.id
    case 'put-saved-search':
      return op.savedSearch.id
    case 'put-outlet-rule':
      return op.outletRule.id
    case 'put-event':
      return op.event.id
    case 'remove-tag':
      return op.name
    case 'mark-clipping':
    case 'remove-clipping':
    case 'remove-collection':
    case 'remove-saved-search':
    case 'remove-outlet-rule':
    case 'remove-event':
      return op.id
    default:
      return exhausted(op)
  }
}

function restoring(state: LibraryState, op: Operation): Operation {
  const record = recordOf(op)
  switch (kindOf(op)) {
    case 'clippings': {
      const clipping = state.clippings.get(record)
      if (clipping === undefined) return { op: 'remove-clipping', id: record }
      return op.op === 'mark-clipping'
        ? { op: 'mark-clipping', id: record, marks: marksOf(clipping) }
        : { op: 'put-clipping', clipping }
    }
    case 'tags': {
      const tag = state.tags.get(record)
      return tag === undefined ? { op: 'remove-tag', name: record } : { op: 'put-tag', tag }
    }
    case 'collections': {
      const collection = state.collections.get(record)
      return collection === undefined
        ? { op: 'remove-collection', id: record }
        : { op: 'put-collection', collection }
    }
    case 'savedSearches': {
      const savedSearch = state.savedSearches.get(record)
      return savedSearch === undefined
        ? { op: 'remove-saved-search', id: record }
        : { op: 'put-saved-search', savedSearch }
    }
    case 'outletRules': {
      const outletRule = state.outletRules.get(record)
      return outletRule === undefined
        ? { op: 'remove-outlet-rule', id: record }
        : { op: 'put-outlet-rule', outletRule }
    }
    case 'events': {
      const event = state.events.get(record)
      return event === undefined ? { op: 'remove-event', id: record } : { op: 'put-event', event }
    }
  }
}
