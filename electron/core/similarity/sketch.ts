import { BREAK, STOP, unitsOf } from '../search/units.ts'

/** Words, or characters of a script without spaces, that a shingle holds: so many seldom meet by chance. */
const SHINGLE = 4
/** Where every fifth word is another, few shingles are left whole; of pairs there are, and chance gives few. */
const PAIR = 2

/** Hashes a sample keeps: what two texts share is then estimated within ±.1, nineteen times of twenty. */
export const SAMPLE_SIZE = 96

/** Below so many different shingles a text is a caption or a link, and likeness says nothing. */
const FEWEST_SHINGLES = 24

/**
 * Those of a text's shingles that have the smallest hashes, ascending (the bottom-k sketch of Broder, "On the
 * resemblance and containment of documents", 1997). Two texts sample alike, so what their samples share estimates
 * what the texts share, also where one is a part of the other.
 */
export interface Sample {
  readonly hashes: Uint32Array
  /** Different shingles of the whole text. */
  readonly total: number
}

/** What is kept of a text to know it again. */
export interface Sketch {
  readonly shingles: Sample
  readonly pairs: Sample
}

/** How much two texts have in common, each from 0 to 1. */
export interface Likeness {
  /** Shared shingles of all that either has. */
  readonly resemblance: number
  /** Shared shingles of those that the shorter has. */
  readonly containment: number
  /** How many of the sampled shingles are shared: the estimate is as good as that. */
  readonly shared: number
}

/** FNV-1a over UTF-16 units. */
function hashOf(unit: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < unit.length; at++) hash = Math.imul(hash ^ unit.charCodeAt(at), 0x01000193)
  return hash
}

/** MurmurHash3's finaliser: small values must be as likely for any shingle. */
function mixed(hash: number): number {
  let value = hash
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/**
 * The sketch of a text as it is searched: folded, so that width, case, punctuation and traditional characters make
 * no difference. Undefined where the text is too short to be known again.
 */
export function sketchOf(text: string): Sketch | undefined {
  const hashes: number[] = []
  for (const unit of unitsOf(text)) if (unit !== STOP && unit !== BREAK) hashes.push(hashOf(unit))
  if (hashes.length < SHINGLE) return undefined
  const shingles = sampleOf(hashes, SHINGLE)
  return shingles.total < FEWEST_SHINGLES ? undefined : { shingles, pairs: sampleOf(hashes, PAIR) }
}

/** Samples all runs of so many units. */
function sampleOf(units: readonly number[], length: number): Sample {
  const hashes = new Uint32Array(units.length - length + 1)
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0
    for (let place = 0; place < length; place++) hash = mixed(Math.imul(hash, 31) + (units[at + place] ?? 0))
    hashes[at] = hash
  }
  hashes.sort()
  let total = 0
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0
    if (at > 0 && hash === hashes[total - 1]) continue
    hashes[total] = hash
    total += 1
  }
  return { hashes: hashes.slice(0, Math.min(total, SAMPLE_SIZE)), total }
}

/** Estimates what two texts have in common. */
export const likenessOf = (a: Sketch, b: Sketch): Likeness => compared(a.shingles, b.shingles)

function compared(a: Sample, b: Sample): Likeness {
  const limit = Math.min(reachOf(a), reachOf(b))
  let [inA, inB, shared] = [0, 0, 0]
  let [atA, atB] = [0, 0]
  for (;;) {
    const [hashA, hashB] = [a.hashes[atA] ?? Infinity, b.hashes[atB] ?? Infinity]
    const next = Math.min(hashA, hashB)
    if (next > limit || next === Infinity) break
    if (hashA === next) {
      inA += 1
      atA += 1
    }
    if (hashB === next) {
      inB += 1
      atB += 1
    }
    if (hashA === hashB) shared += 1
  }
  const shorter = a.total <= b.total ? inA : inB
  return {
    resemblance: shared === 0 ? 0 : shared / (inA + inB - shared),
    containment: shared === 0 ? 0 : shared / Math.max(1, shorter),
    shared,
  }
}

/** Up to which hash the sample has every shingle of its text. */
const reachOf = ({ hashes, total }: Sample): number =>
  total > hashes.length ? (hashes[hashes.length - 1] ?? 0) : Infinity

/** Where a fifth of a text's sentences is replaced, two thirds of all shingles are still shared. */
const REPRINT_RESEMBLANCE = 0.42
/** A shortened reprint lies within the longer text. */
const REPRINT_CONTAINMENT = 0.75
/** A few shingles may be shared by chance: a quotation, a boilerplate sentence. */
const FEWEST_SHARED = 8
/**
 * Where every fifth word is replaced, a quarter of the shingles and nearly half of the pairs are left; a text that
 * copies a fifth of another as background has as many shingles of it, and far fewer pairs.
 */
const REWORDED_RESEMBLANCE = 0.1
const REWORDED_PAIRS = 0.32

/** Whether one text is a reprint of the other: most of both is the same, or nearly all of the shorter, or the wording. */
export function isReprint(a: Sketch, b: Sketch, { resemblance, containment, shared }: Likeness): boolean {
  if (shared < FEWEST_SHARED) return false
  if (resemblance >= REPRINT_RESEMBLANCE || containment >= REPRINT_CONTAINMENT) return true
  return resemblance >= REWORDED_RESEMBLANCE && compared(a.pairs, b.pairs).resemblance >= REWORDED_PAIRS
}
