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
  /** Names that it had, or would have, as a proposal: the window may ask by one a moment after it is kept. */
  readonly formerKeys: readonly string[]
  readonly event: Omit<ChronologyEvent, 'id' | 'collection'> & { readonly id: string | undefined }
  readonly listed: ListedEvent
}

/** From so like on a sentence whose text changed is still the one that was kept. */
const SAME_SENTENCE = 0.6
/** The reports that a list carries of one event. */
const MOST_LISTED = 40

type Placed = Mention & { readonly place?: SentencePlace | undefined; readonly at?: number | undefined }

const wordsKey = ({ clipping, sentence, phrase }: Mention): string =>
  JSON.stringify([clipping, sentence, phrase])

const byDate = (a: EventFound, b: EventFound): number =>
  compareEdtf(a.listed.date, b.listed.date) ||
  (a.listed.words < b.listed.words ? -1 : a.listed.words > b.listed.words ? 1 : 0) ||
  (a.key < b.key ? -1 : 1)

interface Owner {
  readonly event: ChronologyEvent
  readonly mention: ComparedMention
}

/** The events of a list of clippings. What its texts say is put in order once, and whatever is decided is laid over it. */
export class Chronology {
  readonly #clippings: ReadonlyMap<string, ReportedClipping>
  readonly #byClipping = new Map<string, ComparedMention[]>()
  readonly #groupOf = new Map<ComparedMention, MentionGroup>()
  /** What each group is where nothing of it is kept, oldest first. */
  readonly #proposals: readonly { readonly group: MentionGroup; readonly found: EventFound }[]

  constructor(groups: readonly MentionGroup[], clippings: ReadonlyMap<string, ReportedClipping>) {
    this.#clippings = clippings
    for (const group of groups)
      for (const mention of group) {
        this.#groupOf.set(mention, group)
        const others = this.#byClipping.get(mention.clipping)
        if (others === undefined) this.#byClipping.set(mention.clipping, [mention])
        else others.push(mention)
      }
    this.#proposals = groups
      .map(group => ({ group, found: eventFound(keyOf(group[0]), undefined, group, clippings) }))
      .sort((a, b) => byDate(a.found, b.found))
  }

  /**
   * The events, oldest first: what is kept, and proposals for what is left. A mention of a kept event counts nowhere
   * else; others of its group join it, so that what was rejected is not proposed again with the next reprint.
   */
  events(kept: readonly ChronologyEvent[]): EventFound[] {
    const taken = new Map<ComparedMention, Owner>()
    const gathered = new Map(kept.map(event => [event.id, { event, mentions: this.#placed(event, taken) }]))
    const touched = new Set<MentionGroup | undefined>()
    for (const mention of taken.keys()) touched.add(this.#groupOf.get(mention))
    for (const group of touched) {
      const owners = (group ?? []).flatMap(mention => taken.get(mention) ?? [])
      for (const mention of group ?? [])
        if (!taken.has(mention)) gathered.get(nearest(owners, mention).event.id)?.mentions.push(mention)
    }
    const left = this.#proposals.filter(({ group }) => !touched.has(group)).map(({ found }) => found)
    const ours = [...gathered.values()].map(({ event, mentions }) =>
      eventFound(event.id, event, mentions, this.#clippings),
    )
    return [...left, ...ours].sort(byDate)
  }

  /** The mentions of a kept event where they stand now: by their words, or else the likest sentence with their date. */
  #placed(event: ChronologyEvent, taken: Map<ComparedMention, Owner>): Placed[] {
    return event.mentions.map(mention => {
      const free = (this.#byClipping.get(mention.clipping) ?? []).filter(each => !taken.has(each))
      const there =
        free.find(each => each.sentence === mention.sentence && each.phrase === mention.phrase) ??
        likest(mention, free)
      if (there === undefined) return mention
      taken.set(there, { event, mention: there })
      return { ...mention, place: there.place, at: there.at }
    })
  }
}

const keyOf = ({ clipping, place, at }: Placed): string => `${clipping}.${place?.order}.${at}`

function likest(mention: Mention, candidates: readonly ComparedMention[]): ComparedMention | undefined {
  const numbers = new FeatureNumbers()
  const wanted = numbers.of(mention)
  let best: { readonly mention: ComparedMention; readonly likeness: number } | undefined
  for (const each of candidates) {
    if (each.edtf !== mention.edtf) continue
    const likeness = likenessOf(wanted, numbers.of(each))
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
    formerKeys: mentions.filter(({ place }) => place !== undefined).map(keyOf),
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
