import { BREAK, STOP, unitsOf } from '../search/units.ts'

/** Words, or characters of a script without spaces, that a shingle holds. */
const SHINGLE = 4

/** Hashes a sketch keeps: resemblance is then estimated within ±.1, nineteen times of twenty. */
export const SKETCH_SIZE = 96

/** Below so many different shingles a text is a caption or a link, and likeness says nothing. */
const FEWEST_SHINGLES = 24

/**
 * A sample of a text's shingles: those with the smallest hashes, ascending (the bottom-k sketch of Broder, "On the
 * resemblance and containment of documents", 1997). Two texts sample alike, so what their samples share estimates
 * what the texts share, also where one is a part of the other.
 */
export interface Sketch {
  readonly hashes: Uint32Array
  /** Different shingles of the whole text. */
  readonly shingles: number
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
  const units = unitsOf(text)
  const hashes: number[] = []
  for (const unit of units) if (unit !== STOP && unit !== BREAK) hashes.push(hashOf(unit))
  if (hashes.length < SHINGLE) return undefined
  const shingles = new Uint32Array(hashes.length - SHINGLE + 1)
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0
    for (let place = 0; place < SHINGLE; place++)
      hash = mixed(Math.imul(hash, 31) + (hashes[at + place] ?? 0))
    shingles[at] = hash
  }
  shingles.sort()
  let distinct = 0
  for (const [at, hash] of shingles.entries()) {
    if (at > 0 && hash === shingles[distinct - 1]) continue
    shingles[distinct] = hash
    distinct += 1
  }
  if (distinct < FEWEST_SHINGLES) return undefined
  return { hashes: shingles.slice(0, Math.min(distinct, SKETCH_SIZE)), shingles: distinct }
}

/** Estimates what two texts have in common from their samples. */
export function likenessOf(a: Sketch, b: Sketch): Likeness {
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
  const shorter = a.shingles <= b.shingles ? inA : inB
  return {
    resemblance: shared === 0 ? 0 : shared / (inA + inB - shared),
    containment: shared === 0 ? 0 : shared / Math.max(1, shorter),
    shared,
  }
}

/** Up to which hash the sample has every shingle of its text. */
const reachOf = ({ hashes, shingles }: Sketch): number =>
  shingles > hashes.length ? (hashes[hashes.length - 1] ?? 0) : Infinity

/** Where a fifth of a text is replaced, two thirds of all shingles are still shared. */
const REPRINT_RESEMBLANCE = 0.42
/** A shortened reprint lies within the longer text. */
const REPRINT_CONTAINMENT = 0.75
/** A few shingles may be shared by chance: a quotation, a boilerplate sentence. */
const FEWEST_SHARED = 8

/** Whether one text is a reprint of the other: most of both is the same, or nearly all of the shorter. */
export const isReprint = ({ resemblance, containment, shared }: Likeness): boolean =>
  shared >= FEWEST_SHARED && (resemblance >= REPRINT_RESEMBLANCE || containment >= REPRINT_CONTAINMENT)
