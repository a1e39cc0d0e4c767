import fc from 'fast-check'

/** One thing that disks, mail programs and attackers do to a file. */
export type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'change'; readonly at: number; readonly byte: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'remove'; readonly at: number; readonly length: number }

/**
 * A place in a file, as a share of it. Not a double of fast-check's: of all doubles between 0 and 1 nearly all are next to 0,
 * and nine of ten files would be damaged at their first byte.
 */
export const placeInFile: fc.Arbitrary<number> = fc.nat({ max: 999_999 }).map(at => at / 1_000_000)

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: placeInFile }) },
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('change' as const), at: placeInFile, byte: fc.nat({ max: 255 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('repeat' as const),
        at: placeInFile,
        length: fc.integer({ min: 1, max: 400 }),
        times: fc.integer({ min: 1, max: 60 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('remove' as const),
        at: placeInFile,
        length: fc.integer({ min: 1, max: 400 }),
      }),
    },
  ),
  { minLength: 1, maxLength: 12 },
)

/** The bytes after all that happened to them; places are shares of the file. */
export function damaged(bytes: Uint8Array, all: readonly Damage[]): Uint8Array {
  let result = new Uint8Array(bytes)
  for (const damage of all) {
    const at = Math.floor(damage.at * result.length)
    switch (damage.kind) {
      case 'cut':
        result = result.slice(0, at)
        break
      case 'change':
        if (at < result.length) result[at] = damage.byte
        break
      case 'remove':
        result = Uint8Array.from([...result.slice(0, at), ...result.slice(at + damage.length)])
        break
      case 'repeat': {
        const piece = result.slice(at, at + damage.length)
        const pieces = Array.from({ length: damage.times }, () => piece)
        result = new Uint8Array(Buffer.concat([result.slice(0, at), ...pieces, result.slice(at)]))
      }
    }
  }
  return result
}
