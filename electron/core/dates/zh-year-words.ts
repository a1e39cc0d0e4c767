import type { Groups, Surroundings } from './rule.ts'
import { ZH_YEAR, zhNumber } from './zh-numerals.ts'

const WORDS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  当年: 0,
  明年: 1,
  来年: 1,
  來年: 1,
  后年: 2,
  後年: 2,
}

/** A year before a month or a season: `2025年`, `二〇二五年`, `今年`, `民国三十八年`; groups y, yw, roc. */
export const ZH_YEAR_PREFIX = String.raw`(?:(?<y>${ZH_YEAR})\s?年|(?<yw>大前年|前年|去年|今年|本年|明年|来年|來年|后年|後年)|(?:中[华華])?民[国國](?<roc>\d{1,3}|[一二三四五六七八九十百零元]{1,4})\s?年)(?:的(?=\d|[一二三四五六七八九十]{1,2}月|第|[上下][半个]|[春夏秋冬]))?\s?`

/** The Republic of China counts years from 1912. */
const rocYear = (words: string): number => 1911 + zhNumber(words)

/** The year that {@link ZH_YEAR_PREFIX} names; undefined where it names none or cannot be told. */
export function yearIn(groups: Groups, { reference }: Surroundings): number | undefined {
  const { y, yw, roc } = groups
  if (y !== undefined) return zhNumber(y)
  if (roc !== undefined) return rocYear(roc)
  const step = yw === undefined ? undefined : WORDS[yw]
  return step === undefined || reference === undefined ? undefined : reference.year + step
}

export const namesYear = (groups: Groups): boolean =>
  (groups['y'] ?? groups['yw'] ?? groups['roc']) !== undefined
