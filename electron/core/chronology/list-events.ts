import type {
  ChronologyEvent,
  EventStatus,
  ListedEvent,
  Mention,
  Report,
  SentencePlace,
} from '../model/chronology.ts'
import type { Clipping } from '../model/clipping.ts'
import { compareEdtf, daySpanOf, type Edtf } from '../model/edtf.ts'
import { type ComparedMention, isWithin, type MentionGroup } from './group-mentions.ts'
import { FeatureNumbers, likenessOf } from './likeness.ts'

/** What a chronology says of the clipping of a report. */
export interface ReportedClipping
  extends Pick<Clipping, 'id' | 'title' | 'bylines' | 'language' | 'published'> {
  readonly source: string | undefined
  readonly family: string
}

/** An event with all that reports it. `event` is what is kept of it, and for a proposal what would be. */
export interface EventFound {
  readonly key: string
  readonly event: Omit<ChronologyEvent, 'id' | 'collection'> & { readonly id: string | undefined }
  readonly listed: ListedEvent
}

/** From so like on a sentence whose text changed is still the one that was kept. */
const SAME_SENTENCE = 0.6
/** The reports that a list carries of one event. */
const MOST_LISTED = 40

type Placed = Mention & { readonly place?: SentencePlace | undefined }

interface Gathered {
  readonly event: ChronologyEvent
  readonly mentions: Placed[]
}

const wordsKey = ({ clipping, sentence, phrase }: Mention): string =>
  JSON.stringify([clipping, sentence, phrase])

/**
 * The events of a list of clippings, oldest first: what is kept of them, and proposals for what is left. A mention of a
 * kept event counts nowhere else; others of its group join it, so that what was rejected is not proposed again with the
 * next reprint.
 */
export function listEvents(
  groups: readonly MentionGroup[],
  kept: readonly ChronologyEvent[],
  clippings: ReadonlyMap<string, ReportedClipping>,
): EventFound[] {
  const { gathered, taken } = keptWithTheirPlaces(groups, kept)
  const found: EventFound[] = []
  for (const group of groups) {
    const left = group.filter(mention => !taken.has(mention))
    const [first] = left
    if (first === undefined) continue
    const owners = group.flatMap(mention => taken.get(mention) ?? [])
    if (owners.length === 0) found.push(eventFound(keyOf(first), undefined, left, clippings))
    else
      for (const mention of left) {
        const owner = nearest(owners, mention)
        gathered.get(owner.event.id)?.mentions.push(mention)
      }
  }
  for (const { event, mentions } of gathered.values())
    found.push(eventFound(event.id, event, mentions, clippings))
  return found.sort(
    (a, b) =>
      compareEdtf(a.listed.date, b.listed.date) ||
      (a.listed.words < b.listed.words ? -1 : a.listed.words > b.listed.words ? 1 : 0) ||
      (a.key < b.key ? -1 : 1),
  )
}

const keyOf = ({ clipping, place, at }: ComparedMention): string => `${clipping}.${place.order}.${at}`

interface Owner {
  readonly event: ChronologyEvent
  readonly mention: ComparedMention
}

/** Finds each mention that is kept in the texts of now: by its words, or by the likest sentence with its date. */
function keptWithTheirPlaces(groups: readonly MentionGroup[], kept: readonly ChronologyEvent[]) {
  const taken = new Map<ComparedMention, Owner>()
  const byWords = new Map<string, ComparedMention>()
  const byClipping = new Map<string, ComparedMention[]>()
  for (const mention of groups.flat()) {
    byWords.set(wordsKey(mention), mention)
    byClipping.set(mention.clipping, [...(byClipping.get(mention.clipping) ?? []), mention])
  }
  const gathered = new Map<string, Gathered>()
  for (const event of kept) {
    const mentions = event.mentions.map((mention): Placed => {
      const there =
        byWords.get(wordsKey(mention)) ?? likest(mention, byClipping.get(mention.clipping) ?? [], taken)
      if (there === undefined) return mention
      taken.set(there, { event, mention: there })
      return { ...mention, place: there.place }
    })
    gathered.set(event.id, { event, mentions })
  }
  return { gathered, taken }
}

function likest(
  mention: Mention,
  candidates: readonly ComparedMention[],
  taken: ReadonlyMap<ComparedMention, unknown>,
): ComparedMention | undefined {
  const numbers = new FeatureNumbers()
  const wanted = numbers.of(mention.sentence, mention.phrase)
  let best: { readonly mention: ComparedMention; readonly likeness: number } | undefined
  for (const each of candidates) {
    if (each.edtf !== mention.edtf || taken.has(each)) continue
    const likeness = likenessOf(wanted, numbers.of(each.sentence, each.phrase))
    if (likeness >= SAME_SENTENCE && likeness > (best?.likeness ?? 0)) best = { mention: each, likeness }
  }
  return best?.mention
}

function nearest([first, ...others]: readonly Owner[], mention: ComparedMention): Owner {
  if (first === undefined) throw new Error('a group that something is kept of has an owner')
  const likeness = (owner: Owner): number => likenessOf(owner.mention.features, mention.features)
  return others.reduce((best, owner) => (likeness(owner) > likeness(best) ? owner : best), first)
}

function eventFound(
  key: string,
  kept: ChronologyEvent | undefined,
  mentions: readonly Placed[],
  clippings: ReadonlyMap<string, ReportedClipping>,
): EventFound {
  const reports = reportsOf(mentions, clippings)
  const dates = datesOf(reports, clippings)
  const date = kept?.date ?? dates[0]?.edtf ?? ''
  const best = reports.find(({ edtf }) => day(edtf) === date) ?? reports[0]
  const status: EventStatus = kept?.status ?? 'proposed'
  return {
    key,
    event: {
      id: kept?.id,
      status,
      ...(kept?.date !== undefined && { date: kept.date }),
      ...(kept?.words !== undefined && { words: kept.words }),
      mentions: mentions.map(({ clipping, phrase, edtf, sentence }) => ({
        clipping,
        phrase,
        edtf,
        sentence,
      })),
    },
    listed: {
      key,
      status,
      date,
      words: kept?.words ?? best?.sentence ?? '',
      language: kept?.words === undefined ? (best?.language ?? 'und') : 'und',
      hasOwnDate: kept?.date !== undefined,
      hasOwnWords: kept?.words !== undefined,
      dates,
      isDisputed: isDisputed(dates.map(({ edtf }) => edtf)),
      reports: reports.slice(0, MOST_LISTED),
      reported: reports.length,
    },
  }
}

/** One report for each sentence, the earliest published first, those that do not state it last. */
function reportsOf(mentions: readonly Placed[], clippings: ReadonlyMap<string, ReportedClipping>): Report[] {
  const unique = new Map(mentions.map(mention => [wordsKey(mention), mention]))
  return [...unique.values()]
    .map((mention): Report => {
      const { clipping, phrase, edtf, sentence, place } = mention
      const about = clippings.get(clipping)
      const source = about?.source ?? about?.bylines[0]
      const published = typeof about?.published === 'object' ? about.published.edtf : undefined
      return {
        clipping,
        phrase,
        edtf,
        sentence,
        title: about?.title ?? '',
        ...(source !== undefined && { source }),
        ...(published !== undefined && { published }),
        language: about?.language ?? 'und',
        ...(place !== undefined && { place }),
        ...(about === undefined && { isGone: true as const }),
      }
    })
    .sort((a, b) => {
      if ((a.published === undefined) !== (b.published === undefined))
        return a.published === undefined ? 1 : -1
      const published = a.published && b.published ? compareEdtf(a.published, b.published) : 0
      const place =
        (a.place?.order ?? 0) - (b.place?.order ?? 0) || (a.place?.start ?? 0) - (b.place?.start ?? 0)
      return published || (a.clipping < b.clipping ? -1 : a.clipping > b.clipping ? 1 : place)
    })
}

const day = (edtf: Edtf): Edtf => edtf.replace(/T[^/]*/gu, '')

/**
 * The dates that are reported, the one of the most independent sources first: reprints are one source. Of equals the
 * more exact one is first, then the one that was published first.
 */
function datesOf(
  reports: readonly Report[],
  clippings: ReadonlyMap<string, ReportedClipping>,
): ListedEvent['dates'] {
  const sources = new Map<Edtf, Set<string>>()
  for (const { edtf, clipping } of reports) {
    const of = sources.get(day(edtf)) ?? new Set()
    of.add(clippings.get(clipping)?.family ?? clipping)
    sources.set(day(edtf), of)
  }
  const length = (edtf: Edtf): number => daySpanOf(edtf).to - daySpanOf(edtf).from
  return [...sources]
    .map(([edtf, families]) => ({ edtf, sources: families.size }))
    .sort((a, b) => b.sources - a.sources || length(a.edtf) - length(b.edtf))
}

/** Whether two of the dates cannot both be right: neither lies within the other. */
const isDisputed = (dates: readonly Edtf[]): boolean =>
  dates.some(one => dates.some(other => !isWithin(daySpanOf(one), daySpanOf(other))))
