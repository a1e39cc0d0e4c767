import { groupMentions, type MentionGroup } from '../core/chronology/group-mentions.ts'
import { FeatureNumbers } from '../core/chronology/likeness.ts'
import { Chronology, type EventFound } from '../core/chronology/list-events.ts'
import { type FoundMention, mentionsIn } from '../core/chronology/mentions.ts'
import { EVENT_STATUSES } from '../core/model/chronology.ts'
import { readArticleFile } from './article-file.ts'
import type { ChronologyOf, Tasks } from './tasks.ts'
import type { Watch } from './watch.ts'

/** So many articles are read side by side. */
const AT_ONCE = 8

/** What an article says is read once; a revision is never written again. */
const known = new Map<string, readonly FoundMention[]>()
/** The groups of the clippings that were asked for last: deciding on events leaves them as they are. */
let grouped: { readonly of: string; readonly groups: readonly MentionGroup[] } | undefined
/** Numbers what sentences are compared by, once for each that was read. */
const numbers = new FeatureNumbers()
/** The same with what is said of their clippings. */
let worked: { readonly of: string; readonly chronology: Chronology } | undefined
let listed: { readonly of: string; readonly events: readonly EventFound[] } | undefined

/** Mentions in memory: those of some thousand articles. */
const MOST_KNOWN = 6_000

async function mentionsOf(library: string, id: string, revision: number): Promise<readonly FoundMention[]> {
  const key = `${library} ${id} ${revision}`
  const before = known.get(key)
  if (before !== undefined) return before
  const article = await readArticleFile(library, id, revision)
  const mentions = article === undefined ? [] : mentionsIn(article)
  const oldest = known.size < MOST_KNOWN ? undefined : known.keys().next().value
  if (oldest !== undefined) known.delete(oldest)
  known.set(key, mentions)
  return mentions
}

/** The groups of all that the clippings say; undefined where it was cancelled. */
async function groupsOf({ library, clippings }: ChronologyOf, watch: Watch) {
  // Titles and outlets are not among what groups depend on.
  const of = JSON.stringify([
    library,
    clippings.map(({ id, revision, family, published }) => [id, revision, family, published]),
  ])
  if (grouped?.of === of) return grouped
  const read = clippings.flatMap(({ id, revision }) => (revision === undefined ? [] : [{ id, revision }]))
  const found: FoundMention[] = []
  for (let at = 0; at < read.length; at += AT_ONCE) {
    if (watch.signal.aborted) return undefined
    const some = read.slice(at, at + AT_ONCE)
    for (const mentions of await Promise.all(
      some.map(({ id, revision }) => mentionsOf(library, id, revision)),
    ))
      found.push(...mentions)
    watch.progress(Math.min(read.length, at + AT_ONCE), read.length)
  }
  const sources = new Map(
    clippings.map(({ id, family, published }) => [
      id,
      { family, published: typeof published === 'object' ? published.edtf : '' },
    ]),
  )
  const groups = groupMentions(found, id => sources.get(id) ?? { family: id, published: '' }, numbers)
  grouped = { of, groups }
  return grouped
}

async function eventsOf(asked: ChronologyOf, watch: Watch): Promise<readonly EventFound[] | undefined> {
  const now = await groupsOf(asked, watch)
  if (now === undefined) return undefined
  const said = JSON.stringify([
    now.of,
    asked.clippings.map(({ title, source, bylines, language }) => [title, source, bylines, language]),
  ])
  if (worked?.of !== said) {
    const about = new Map(asked.clippings.map(clipping => [clipping.id, clipping]))
    worked = { of: said, chronology: new Chronology(now.groups, about) }
  }
  const of = JSON.stringify([said, asked.events])
  if (listed?.of !== of) listed = { of, events: worked.chronology.events(asked.events) }
  return listed.events
}

/** The events of a status, in slices, and how many there are of each. */
export async function listChronology(
  asked: Tasks['chronology-list']['input'],
  watch: Watch,
): Promise<Tasks['chronology-list']['output']> {
  const { status, start, count } = asked
  const events = await eventsOf(asked, watch)
  if (events === undefined) return undefined
  const counts = { proposed: 0, accepted: 0, rejected: 0 }
  for (const { listed: event } of events) counts[event.status] += 1
  const wanted = status === undefined ? events : events.filter(({ listed: event }) => event.status === status)
  return {
    counts,
    total:
      status === undefined ? EVENT_STATUSES.reduce((sum, each) => sum + counts[each], 0) : counts[status],
    events: wanted.slice(start, start + count).map(({ listed: event }) => event),
  }
}

/** What would be kept of the events that are named. */
export async function findEvents(
  asked: Tasks['chronology-find']['input'],
  watch: Watch,
): Promise<Tasks['chronology-find']['output']> {
  const events = await eventsOf(asked, watch)
  const named = new Map(events?.flatMap(({ formerKeys, event }) => formerKeys.map(key => [key, event])))
  const byKey = new Map(events?.map(({ key, event }) => [key, event]))
  const found = asked.keys.flatMap(key => byKey.get(key) ?? named.get(key) ?? [])
  return found.length === asked.keys.length ? found : undefined
}
