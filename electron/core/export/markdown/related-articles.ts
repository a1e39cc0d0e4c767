import type { Clipping } from '../../model/clipping.ts'

/** More than these are no help in a note. */
const MOST = 50

/** Places, in the list, of the reprints of a clipping and of the other versions of its page. */
export function relatedArticles(clippings: readonly Clipping[]): (clipping: Clipping) => readonly number[] {
  const members = new Map<string, number[]>()
  const join = (key: string, index: number): void => {
    const known = members.get(key)
    if (known === undefined) members.set(key, [index])
    else known.push(index)
  }
  const keysOf = ({ id, familyId, previousVersion }: Clipping): string[] => [
    `family ${familyId ?? id}`,
    `version ${id}`,
    ...(previousVersion === undefined ? [] : [`version ${previousVersion}`]),
  ]
  for (const [index, clipping] of clippings.entries()) for (const key of keysOf(clipping)) join(key, index)
  return clipping => {
    const all = keysOf(clipping).flatMap(key => members.get(key) ?? [])
    const others = [...new Set(all)].filter(index => clippings[index]?.id !== clipping.id)
    return others.sort((a, b) => a - b).slice(0, MOST)
  }
}
