/** Overlapping runs of four tokens; a CJK character is a token, and so is a word of another script. */
export function shingles(text: string): Map<string, number> {
  const tokens = text.normalize('NFKC').match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  const words = tokens.flatMap(token => (/\p{Script=Han}/u.test(token) ? [...token] : [token]))
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const shingle = words.slice(at, at + 4).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

export interface Overlap {
  readonly precision: number
  readonly recall: number
}

/** How much of what was found is wanted, and of what is wanted was found: 4-token shingles as multisets. */
export function overlapOf(found: string, truth: string): Overlap {
  const [a, b] = [shingles(found), shingles(truth)]
  const size = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0)
  let shared = 0
  for (const [shingle, n] of a) shared += Math.min(n, b.get(shingle) ?? 0)
  return { precision: found === '' ? 0 : shared / size(a), recall: shared / size(b) }
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** F1 of the averages. */
export function f1Of(overlaps: readonly Overlap[]): number {
  const precision = mean(overlaps.map(overlap => overlap.precision))
  const recall = mean(overlaps.map(overlap => overlap.recall))
  return (2 * precision * recall) / Math.max(1e-9, precision + recall)
}

export const isExact = ({ precision, recall }: Overlap): boolean => precision > 0.9999 && recall > 0.9999

export const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()

/** The value below which a share of the values lies, 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
