import { daySpanOf } from '../model/edtf.ts'
import { FeatureNumbers, type Features, likenessOf } from './likeness.ts'
import type { FoundMention } from './mentions.ts'

/** What is known of the clipping of a mention. `family` is the same for reprints of one text. */
export interface MentionSource {
  readonly family: string
  /** When it was published, for the order; '' where that is not stated. */
  readonly published: string
}

/** First and last day of a date, as numbers. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** A mention that was put in its group. */
export interface ComparedMention extends FoundMention, MentionSource {
  readonly features: Features
  readonly days: Days
}

/** Mentions of one event. The first is the one that the others were compared with. */
export type MentionGroup = readonly [ComparedMention, ...ComparedMention[]]

/** From so like on two sentences about the same days tell of the same. */
const SAME_DAYS = 0.4
/** And two about different days, which has to be beyond doubt. */
const OTHER_DAYS = 0.75
/** Sources that differ about a day differ by this many at most; farther apart it is another event. */
const FARTHEST = 31
/** What more mentions than this have in common tells none of them from the others. */
const MOST_FREQUENT = 400

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Puts mentions together that tell of the same event: on the same days in much the same words, or on days that differ in
 * almost the same words. Reprints of one text never differ, and a sentence that names two days names two events. The
 * same mentions give the same groups, in whatever order they come.
 */
export function groupMentions(
  found: readonly FoundMention[],
  sourceOf: (clipping: string) => MentionSource,
  numbers = new FeatureNumbers(),
): MentionGroup[] {
  const mentions = found
    .map((mention): ComparedMention => {
      const { family, published } = sourceOf(mention.clipping)
      const features = numbers.of(mention)
      return { ...mention, family, published, features, days: daySpanOf(mention.edtf) }
    })
    .sort(
      (a, b) =>
        a.days.from - b.days.from ||
        a.days.to - b.days.to ||
        compare(a.published, b.published) ||
        compare(a.clipping, b.clipping) ||
        a.place.order - b.place.order ||
        a.at - b.at,
    )
  return joined(ofTheSameDays(mentions), mentions)
}

type Group = [ComparedMention, ...ComparedMention[]]

/** Finds which of the groups so far a sentence is like, by the features that it shares with the first of each. */
class Leaders {
  readonly #groups: Group[] = []
  readonly #having = new Map<number, number[]>()
  /** How many features each group shares with the sentence that is looked at; all are 0 in between. */
  readonly #shared: number[] = []
  #isAnyFrequent = false

  add(group: Group): void {
    const at = this.#groups.push(group) - 1
    for (const feature of group[0].features) {
      const having = this.#having.get(feature)
      if (having === undefined) this.#having.set(feature, [at])
      else if (having.push(at) > MOST_FREQUENT) this.#isAnyFrequent = true
    }
  }

  /** The group that is most like, from a likeness on, of those that may be; of equals the first. */
  mostLike(mention: ComparedMention, least: number, may: (group: Group) => boolean): Group | undefined {
    const touched: number[] = []
    for (const feature of mention.features) {
      const having = this.#having.get(feature)
      if (having === undefined || having.length > MOST_FREQUENT) continue
      for (const at of having) {
        const before = this.#shared[at] ?? 0
        if (before === 0) touched.push(at)
        this.#shared[at] = before + 1
      }
    }
    let best: { group: Group; likeness: number; at: number } | undefined
    for (const at of touched) {
      const shared = this.#shared[at] ?? 0
      this.#shared[at] = 0
      const group = this.#groups[at]
      // As many as are shared at most, counting those that are too frequent to be looked up.
      if (group === undefined || !this.#mayReach(shared, mention, group, least)) continue
      const likeness = likenessOf(group[0].features, mention.features)
      const isBetter =
        best === undefined || likeness > best.likeness || (likeness === best.likeness && at < best.at)
      if (likeness >= least && isBetter && may(group)) best = { group, likeness, at }
    }
    return best?.group
  }

  /** Whether a likeness can be reached by so many features that are known to be shared, and all that are frequent. */
  #mayReach(
    shared: number,
    { features }: ComparedMention,
    [{ features: others }]: Group,
    least: number,
  ): boolean {
    const most = this.#isAnyFrequent ? Math.min(features.length, others.length) : shared
    return most >= least * Math.sqrt(features.length * others.length)
  }
}

function ofTheSameDays(mentions: readonly ComparedMention[]): Group[] {
  const groups: Group[] = []
  let leaders = new Leaders()
  let days: Days | undefined
  for (const mention of mentions) {
    if (days?.from !== mention.days.from || days.to !== mention.days.to) leaders = new Leaders()
    days = mention.days
    const like = leaders.mostLike(mention, SAME_DAYS, () => true)
    if (like !== undefined) {
      like.push(mention)
      continue
    }
    const group: Group = [mention]
    groups.push(group)
    leaders.add(group)
  }
  return groups
}

/** Two dates of which one lies within the other: the coarser says less, and no other thing. */
export const isWithin = (one: Days, other: Days): boolean =>
  (one.from <= other.from && other.to <= one.to) || (other.from <= one.from && one.to <= other.to)

const isDay = ({ days }: ComparedMention): boolean => days.from === days.to

const distance = (one: Days, other: Days): number => Math.max(one.from - other.to, other.from - one.to, 0)

/** Joins groups of different days that tell of the same: one source is less exact, or the sources differ. */
function joined(groups: readonly Group[], mentions: readonly ComparedMention[]): MentionGroup[] {
  // Every date of each sentence: where it has both, they are of two events.
  const datesOf = new Map<string, Days[]>()
  const sentenceOf = ({ clipping, place }: ComparedMention): string =>
    `${clipping} ${place.order} ${place.start}`
  for (const mention of mentions) {
    const key = sentenceOf(mention)
    const dates = datesOf.get(key)
    if (dates === undefined) datesOf.set(key, [mention.days])
    else dates.push(mention.days)
  }
  /** Whether the sentence of a mention gives these days to something else than the mention itself. */
  const names = (mention: ComparedMention, days: Days): boolean =>
    (datesOf.get(sentenceOf(mention)) ?? []).some(
      each =>
        each !== mention.days &&
        ((each.from === days.from && each.to === days.to) ||
          (distance(each, days) === 0 && !isWithin(mention.days, days))),
    )
  const leaders = new Leaders()
  const result: Group[] = []
  for (const group of groups) {
    const [first] = group
    const like = leaders.mostLike(first, OTHER_DAYS, ([other, ...others]) => {
      if (names(first, other.days) || names(other, first.days)) return false
      if (isWithin(first.days, other.days)) return true
      // Figures of one month and of the next stand in the same words: only about days do sources differ.
      if (!isDay(first) || !isDay(other) || distance(first.days, other.days) > FARTHEST) return false
      // A text that names both days in sentences of its own does not differ from itself.
      const families = new Set([other, ...others].map(({ family }) => family))
      return group.every(({ family }) => !families.has(family))
    })
    if (like !== undefined) like.push(...group)
    else {
      result.push(group)
      leaders.add(group)
    }
  }
  return result
}
