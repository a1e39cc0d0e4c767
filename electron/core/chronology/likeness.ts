import { BREAK, isUnspaced, STOP, unitsOf } from '../search/units.ts'

/** What a sentence is compared by: numbers of its words, and of its pairs of Chinese characters, ascending. */
export type Features = Uint32Array

/** Characters and words that stand in any sentence and say nothing of what happened. */
const COMMON = new Set([
  ...'的了在是和与及将为对于就也还等其此这那有被把从向并而或日月年时',
  ...'a an the of to in on at by for from with and or but as it its he his she her they their that this was were is are be been has have had will would said says say who which after before than not no'.split(
    ' ',
  ),
])

/** What is compared: a sentence, without the words of its date. */
interface Dated {
  readonly sentence: string
  readonly phrase: string
}

/** Gives each word and pair a number, the same for the same: what is compared comes from one of these. */
export class FeatureNumbers {
  readonly #numbers = new Map<string, number>()
  readonly #known = new WeakMap<Dated, Features>()

  #number(feature: string): number {
    const known = this.#numbers.get(feature)
    if (known !== undefined) return known
    const next = this.#numbers.size
    this.#numbers.set(feature, next)
    return next
  }

  /** The features of a sentence without its date, which is compared by itself; they are worked out once. */
  of(mention: Dated): Features {
    const before = this.#known.get(mention)
    if (before !== undefined) return before
    const features = this.#worked(mention)
    this.#known.set(mention, features)
    return features
  }

  #worked({ sentence, phrase }: Dated): Features {
    const units = unitsOf(phrase === '' ? sentence : sentence.replace(phrase, ' \n '))
    const numbers = new Set<number>()
    let before: string | undefined
    for (const unit of units) {
      if (unit === STOP || unit === BREAK) before = undefined
      else if (!isUnspaced(unit)) {
        before = undefined
        if (!COMMON.has(unit)) numbers.add(this.#number(stemOf(unit)))
      } else {
        const isCommon = COMMON.has(unit)
        if (before !== undefined && !isCommon) numbers.add(this.#number(before + unit))
        before = isCommon ? undefined : unit
      }
    }
    return Uint32Array.from(numbers).sort()
  }
}

/** English words in their plural count as the same. */
const stemOf = (word: string): string => (/[^s]s$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word)

/** How many features two sentences share. */
function sharedOf(one: Features, other: Features): number {
  let shared = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0)
    if (difference === 0) shared += 1
    if (difference <= 0) a += 1
    if (difference >= 0) b += 1
  }
  return shared
}

/** Below so many shared features likeness is chance. */
const FEWEST_SHARED = 3

/** How like two sentences are that share so many features: from 0 to 1, the cosine of the two as sets (Ochiai). */
export const likenessOf = (one: Features, other: Features, shared = sharedOf(one, other)): number =>
  shared < Math.min(FEWEST_SHARED, one.length, other.length) || one.length === 0 || other.length === 0
    ? 0
    : shared / Math.sqrt(one.length * other.length)
