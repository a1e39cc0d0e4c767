import { fold } from '../search/fold.ts'
import type { StatedPair } from './look-alikes.ts'

/** Words and what stands in brackets behind them: 英伟达（NVIDIA）, World Trade Organization (WTO). */
const BRACKETED = /([^()（）\n]{2,60})[(（]([^()（）\n]{2,60})[)）]/gu
/** What may stand before the other name in the brackets. */
const SAID_BEFORE =
  /^(?:以下简称|下称|简称|英文名|英文|又称|也称|also known as|formerly|known as|or)\s*[:：]?\s*/iu

/** The tags of a library by their folded last level; of several with one last level, the first. */
export type TagsByLeaf = ReadonlyMap<string, string>

export function tagsByLeaf(names: readonly string[]): TagsByLeaf {
  const byLeaf = new Map<string, string>()
  for (const name of names) {
    const leaf = fold(name.slice(name.lastIndexOf('/') + 1))
    if (!byLeaf.has(leaf)) byLeaf.set(leaf, name)
  }
  return byLeaf
}

/**
 * Pairs of tags that a text states as one by putting the one in brackets behind the other. Nothing is concluded from
 * what two words mean: where no text says it, there is no pair.
 */
export function statedPairs(text: string, clipping: string, tags: TagsByLeaf): StatedPair[] {
  const pairs = new Map<string, StatedPair>()
  for (const [whole, before = '', within = ''] of text.matchAll(BRACKETED)) {
    const inner = within
      .replace(SAID_BEFORE, '')
      .split(/[,，;；、/]/u)
      .flatMap(part => tags.get(fold(bare(part).trim())) ?? [])
    const outer = inner.length === 0 ? undefined : tagAtEnd(before, tags)
    if (outer === undefined) continue
    for (const other of inner) {
      if (other === outer.name) continue
      const names: [string, string] = outer.name < other ? [outer.name, other] : [other, outer.name]
      pairs.set(names.join('\n'), { names, words: whole.slice(outer.start), clipping })
    }
  }
  return [...pairs.values()]
}

const bare = (words: string): string => words.replace(/[“”"'‘’「」《》]/gu, '')

/** The longest tag that the words end with, and where it starts: of Latin letters, where a word does. */
function tagAtEnd(before: string, tags: TagsByLeaf): { name: string; start: number } | undefined {
  const words = before.trimEnd()
  for (let start = 0; start < words.length - 1; start += 1) {
    const end = words.slice(start)
    if (/^\s/u.test(end) || (/^\w/u.test(end) && /\w$/u.test(words.slice(0, start)))) continue
    const name = tags.get(fold(bare(end)))
    if (name !== undefined) return { name, start }
  }
  return undefined
}
