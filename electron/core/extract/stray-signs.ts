import { findStamps } from '../dates/stamp.ts'
import type { Line } from './draft.ts'
import { isFurniture, isInsert, isOtherHeading, listHeadingKind } from './phrases.ts'
import { pictureCreditIn } from './picture-credit.ts'

/** Longer lines are running text: their signs of being something else are not looked for. */
const LONGEST = 400
/** A picture's maker or agency somewhere in the line. */
const PICTURE =
  /photo(?:graph)?s?\b|image|picture|credit|\bfotos?\b|\bbild(?:er)?\b|imago|getty|reuters|\bAP\b|\bafp\b|shutterstock/iu
const NEAR = 2
const AROUND = 10
const MUCH = 300
/** A paragraph of so many units shows what the article is about. */
const TELLING = 30

interface Look {
  readonly line: Line
  readonly isPlain: boolean
  readonly isDated: boolean
  /** Reading units, where it is running text. */
  readonly prose: number
  readonly words: readonly string[]
}

/** What the lines of a page are compared with. */
export interface Surroundings {
  readonly looks: readonly Look[]
  readonly counts: ReadonlyMap<string, number>
  /** In how many telling paragraphs each word stands. */
  readonly spread: ReadonlyMap<string, number>
  readonly allProse: number
  /** Prose before each line. */
  readonly before: readonly number[]
}

const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/\p{L}{4,}/gu),
  ),
]

function counted(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function lookOf(line: Line, language: string): Look {
  const { text, measure } = line
  const isShort = text.length <= LONGEST
  const isPlain = !(
    isFurniture(text) ||
    (isShort && isInsert(text)) ||
    listHeadingKind(text) !== undefined ||
    isOtherHeading(text)
  )
  return {
    line,
    isPlain,
    isDated: text.length < 160 && findStamps(text, language).length > 0,
    prose: measure.isProse && isPlain ? Math.min(120, measure.units) : 0,
    words: wordsIn(text),
  }
}

export function surroundingsOf(lines: readonly Line[], language: string): Surroundings {
  const looks = lines.map(line => lookOf(line, language))
  const before: number[] = []
  let allProse = 0
  for (const { prose } of looks) {
    before.push(allProse)
    allProse += prose
  }
  return {
    looks,
    counts: counted(lines.map(({ text }) => text)),
    spread: counted(looks.filter(({ prose }) => prose >= TELLING).flatMap(({ words }) => words)),
    allProse,
    before,
  }
}

/** A sign that a line belongs to the article (a positive weight) or strayed into it: `of` measures it, mostly 0 to 1. */
interface Sign {
  readonly weight: number
  readonly of: (look: Look, index: number, around: Surroundings) => number
}

const truth = (value: boolean | undefined): number => (value === true ? 1 : 0)
const isLong = ({ line }: Look): boolean => line.text.length > LONGEST
const unitsFrom = (least: number, below: number) => ({
  of: ({ line }: Look): number => truth(line.measure.units >= least && line.measure.units < below),
})

/** Prose among the lines from `first` to before `end`, as a share of what stands there. */
function density({ looks }: Surroundings, first: number, end: number): number {
  let prose = 0
  let all = 0
  for (const look of looks.slice(Math.max(0, first), Math.max(0, end))) {
    prose += look.prose
    all += Math.max(4, Math.min(120, look.line.measure.units))
  }
  return all === 0 ? 0 : prose / all
}

function amount({ before, allProse }: Surroundings, first: number, end: number): number {
  const at = (index: number): number => before[Math.max(0, index)] ?? allProse
  return Math.min(1, Math.max(0, at(end) - at(first)) / MUCH)
}

function capitals({ line }: Look): number {
  const words = line.text.slice(0, LONGEST).match(/\p{L}[\p{L}’']{2,}/gu) ?? []
  return words.filter(word => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length)
}

/** How far the article comes back to the words of the line. */
function kinship({ words, prose }: Look, { spread }: Surroundings): number {
  const own = prose >= TELLING ? 1 : 0
  const shared = words.reduce((sum, word) => sum + Math.min(1, ((spread.get(word) ?? 0) - own) / 3), 0)
  return shared / Math.max(1, words.length)
}

const isShortLine = (look: Look | undefined): boolean => look === undefined || look.line.measure.units < 8

/**
 * The weights were fitted on the lines of real pages in scripts that are written with spaces (logistic regression,
 * four-fold cross-validated over pages, with a penalty that leaves out what tells little): see
 * `tests/bench/fit-stray-lines.ts`.
 */
export const SIGNS: Readonly<Record<string, Sign>> = {
  any: { weight: -2.17, of: () => 1 },
  tiny: { weight: -1.17, ...unitsFrom(0, 4) },
  label: { weight: -1.4, ...unitsFrom(4, 8) },
  sentence: { weight: -0.4, ...unitsFrom(16, 30) },
  paragraph: { weight: -0.6, ...unitsFrom(30, 60) },
  request: { weight: -1.14, of: look => truth(!isLong(look) && isInsert(look.line.text)) },
  capitals: { weight: -1.47, of: capitals },
  picture: { weight: -0.69, of: look => truth(!isLong(look) && PICTURE.test(look.line.text)) },
  credit: {
    weight: -0.26,
    of: look => truth(!isLong(look) && pictureCreditIn(look.line.text) !== undefined),
  },
  dated: { weight: -0.22, of: ({ isDated }) => truth(isDated) },
  repeated: { weight: -0.5, of: ({ line }, _index, { counts }) => truth((counts.get(line.text) ?? 0) > 1) },
  stop: { weight: 0.4, of: ({ line }) => truth(/[.!]["'”’)»\]]*$/u.test(line.text)) },
  clauses: {
    weight: 0.66,
    of: ({ line }) => Math.min(4, line.text.slice(0, LONGEST).match(/[,;:]/gu)?.length ?? 0) / 4,
  },
  goesOn: { weight: 0.26, of: ({ line }) => truth(/^\p{Ll}/u.test(line.text)) },
  gap: { weight: 0.88, of: ({ line }) => truth(line.gap) },
  gapAfter: { weight: 0.94, of: (_look, index, { looks }) => truth(looks[index + 1]?.line.gap) },
  kin: { weight: 0.53, of: (look, _index, around) => kinship(look, around) },
  amongProse: {
    weight: 0.94,
    of: ({ line }, index, around) =>
      line.measure.isProse ? density(around, index - 4, index) + density(around, index + 1, index + 5) : 0,
  },
  nearProse: {
    weight: 0.52,
    of: (_look, index, around) =>
      (density(around, index - NEAR, index) + density(around, index + 1, index + 1 + NEAR)) / 2,
  },
  textBefore: { weight: 0.48, of: (_look, index, around) => amount(around, index - AROUND, index) },
  textAfter: {
    weight: 0.43,
    of: (_look, index, around) => amount(around, index + 1, index + 1 + AROUND),
  },
  last: {
    weight: -0.72,
    of: ({ prose }, index, { before, allProse }) =>
      truth(((before[index] ?? 0) + prose) / Math.max(1, allProse) > 0.98),
  },
  afterLabel: { weight: -0.51, of: (_look, index, { looks }) => truth(isShortLine(looks[index - 1])) },
  beforeLabel: { weight: -0.43, of: (_look, index, { looks }) => truth(isShortLine(looks[index + 1])) },
  afterFurniture: {
    weight: -0.19,
    of: (_look, index, { looks }) => truth(looks[index - 1]?.isPlain === false),
  },
  afterDate: { weight: -0.23, of: (_look, index, { looks }) => truth(looks[index - 1]?.isDated) },
  underHeading: {
    weight: -0.67,
    of: (_look, index, { looks }) =>
      truth(
        looks
          .slice(Math.max(0, index - 4), index)
          .some(({ line }) => listHeadingKind(line.text) !== undefined || isOtherHeading(line.text)),
      ),
  },
  proseNext: {
    weight: 0.19,
    of: (_look, index, { looks }) => truth(looks[index + 1]?.line.measure.isProse),
  },
}

/** The logarithm of the odds that the line belongs to the article. */
export function belongs(index: number, around: Surroundings): number {
  const look = around.looks[index]
  if (look === undefined) return Number.NEGATIVE_INFINITY
  return Object.values(SIGNS).reduce((sum, { weight, of }) => sum + weight * of(look, index, around), 0)
}
