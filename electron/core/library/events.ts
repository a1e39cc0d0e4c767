import type { ChronologyEvent, EventStatus, Mention } from '../model/chronology.ts'
import { edtfSchema } from '../model/edtf.ts'
import type { ChangeLabel, Operation } from '../model/library-change.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change } from './change.ts'
import type { LibraryState } from './state.ts'

/** What the user made of the events of a collection, in the order in which it was made. */
export const eventsOf = ({ events }: Pick<LibraryState, 'events'>, collection: string): ChronologyEvent[] =>
  [...events.values()].filter(event => event.collection === collection).sort((a, b) => (a.id < b.id ? -1 : 1))

type EventChange =
  | 'accept-event'
  | 'reject-event'
  | 'reconsider-event'
  | 'edit-event'
  | 'merge-events'
  | 'split-event'
  | 'add-event'
  | 'remove-event'

export type EventFailure = 'not-found' | 'invalid-date' | 'invalid-name'

const put = (event: ChronologyEvent): Operation => ({ op: 'put-event', event })

function change(
  state: LibraryState,
  kind: EventChange,
  collection: string,
  count: number,
  ops: readonly Operation[],
): Result<Change, EventFailure> {
  const known = state.collections.get(collection)
  if (known === undefined) return fail('not-found')
  const label: ChangeLabel = { kind, count, name: known.name }
  return ok({ label, ops })
}

const DECIDED = {
  accepted: 'accept-event',
  rejected: 'reject-event',
  proposed: 'reconsider-event',
} as const satisfies Record<EventStatus, EventChange>

/** Gives events a status; proposals among them are kept from now on. All of them are of one collection. */
export function planDecideEvents(
  state: LibraryState,
  collection: string,
  events: readonly ChronologyEvent[],
  status: EventStatus,
): Result<Change, EventFailure> {
  if (events.length === 0) return fail('not-found')
  const ops = events.map(event => put({ ...event, status }))
  return change(state, DECIDED[status], collection, events.length, ops)
}

/** What is typed for an event: its date (EDTF) and words; undefined goes back to what is reported. */
export interface EventEdits {
  readonly date: string | undefined
  readonly words: string | undefined
}

const plain = (words: string | undefined): string | undefined =>
  words?.replace(/\s+/gu, ' ').trim() || undefined

/** Gives an event the user's own date and words. */
export function planEditEvent(
  state: LibraryState,
  event: ChronologyEvent,
  { date, words }: EventEdits,
): Result<Change, EventFailure> {
  if (date !== undefined && !edtfSchema.safeParse(date).success) return fail('invalid-date')
  const said = plain(words)
  if (event.mentions.length === 0 && (date === undefined || said === undefined))
    return fail(date === undefined ? 'invalid-date' : 'invalid-name')
  const { date: _, words: __, ...rest } = event
  const edited = { ...rest, ...(date !== undefined && { date }), ...(said !== undefined && { words: said }) }
  return change(state, 'edit-event', event.collection, 1, [put(inOrder(edited))])
}

/** Adds an event by hand: with the passage of a clipping that says it, or as the user's word alone. */
export function planAddEvent(
  state: LibraryState,
  event: Pick<ChronologyEvent, 'id' | 'collection' | 'mentions'>,
  { date, words }: EventEdits,
): Result<Change, EventFailure> {
  const said = plain(words)
  if (date === undefined || !edtfSchema.safeParse(date).success) return fail('invalid-date')
  if (said === undefined) return fail('invalid-name')
  const added = inOrder({ ...event, status: 'accepted' as const, date, words: said })
  return change(state, 'add-event', event.collection, 1, [put(added)])
}

/** Takes an event that is kept out of the chronology; what its sources say is proposed again. */
export function planRemoveEvent(state: LibraryState, id: string): Result<Change, EventFailure> {
  const event = state.events.get(id)
  if (event === undefined) return fail('not-found')
  return change(state, 'remove-event', event.collection, 1, [{ op: 'remove-event', id }])
}

/** Makes one event of several: the first, with the mentions of all. */
export function planMergeEvents(
  state: LibraryState,
  [first, ...others]: readonly ChronologyEvent[],
): Result<Change, EventFailure> {
  if (first === undefined || others.length === 0) return fail('not-found')
  const mentions = [first, ...others].flatMap(event => event.mentions)
  const status = others.every(other => other.status === first.status) ? first.status : 'accepted'
  return change(state, 'merge-events', first.collection, others.length + 1, [
    put({ ...first, status, mentions: uniqueMentions(mentions) }),
    ...others
      .filter(({ id }) => state.events.has(id))
      .map(({ id }): Operation => ({ op: 'remove-event', id })),
  ])
}

/** Takes the mentions of some clippings out of an event, into one of their own with the id `id`. */
export function planSplitEvent(
  state: LibraryState,
  event: ChronologyEvent,
  clippings: readonly string[],
  id: string,
): Result<Change, EventFailure> {
  const isTaken = ({ clipping }: Mention): boolean => clippings.includes(clipping)
  const taken = event.mentions.filter(isTaken)
  const left = event.mentions.filter(mention => !isTaken(mention))
  if (taken.length === 0 || left.length === 0) return fail('not-found')
  const { collection, status } = event
  return change(state, 'split-event', collection, 1, [
    put({ ...event, mentions: left }),
    put({ id, collection, status, mentions: taken }),
  ])
}

/** The keys in the order of the schema, as all records have them. */
const inOrder = ({ id, collection, status, date, words, mentions }: ChronologyEvent): ChronologyEvent => ({
  id,
  collection,
  status,
  ...(date !== undefined && { date }),
  ...(words !== undefined && { words }),
  mentions,
})

const keyOf = ({ clipping, phrase, edtf, sentence }: Mention): string =>
  JSON.stringify([clipping, phrase, edtf, sentence])

const uniqueMentions = (mentions: readonly Mention[]): Mention[] => [
  ...new Map(mentions.map(mention => [keyOf(mention), mention])).values(),
]
