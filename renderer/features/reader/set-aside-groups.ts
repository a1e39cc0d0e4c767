import type { SetAside } from '../../../electron/core/model/article.ts'

export interface SetAsideGroup {
  /** The heading of the list in the source ("相关内容"); undefined for blocks that stood in none. */
  readonly list: string | undefined
  readonly reason: SetAside['reason']
  readonly blocks: readonly SetAside[]
}

const byOrder = (a: SetAside, b: SetAside) => a.order - b.order

/** What was set aside, by the list that it stood in, otherwise by the reason, in the order of the source. */
export function setAsideGroups(blocks: readonly SetAside[]): SetAsideGroup[] {
  const groups = new Map<string, SetAside[]>()
  for (const block of blocks.toSorted(byOrder)) {
    const key = block.list === undefined ? `reason ${block.reason}` : `list ${block.list}`
    groups.set(key, [...(groups.get(key) ?? []), block])
  }
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const reason = group.find(block => block.reason !== 'list-heading')?.reason ?? first.reason
    return [{ list: first.list, reason, blocks: group }]
  })
}

/** How many entries a group has; the heading of its list is not one. */
export const entriesOf = ({ blocks }: SetAsideGroup): number =>
  blocks.filter(block => block.list === undefined || block.reason !== 'list-heading').length

/** What the strip above the body says: how many entries of which lists, or how many blocks where there are no lists. */
export function setAsideSummary(blocks: readonly SetAside[]): {
  readonly count: number
  readonly lists: readonly string[]
} {
  const entries = blocks.filter(block => block.list !== undefined && block.reason !== 'list-heading')
  if (entries.length === 0) return { count: blocks.length, lists: [] }
  const lists = new Set(entries.toSorted(byOrder).flatMap(({ list }) => list ?? []))
  return { count: entries.length, lists: [...lists] }
}
