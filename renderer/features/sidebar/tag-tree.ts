import type { Overview } from '../../../electron/core/model/overview.ts'

type Tag = Overview['tags'][number]

export interface TagBranch {
  readonly tag: Tag
  /** The last level of the name: 英伟达 of 公司/英伟达. */
  readonly label: string
  readonly depth: number
  readonly hasBranches: boolean
}

/** The tags as lines of a tree, parents before children, siblings by name; what is below a folded tag is left out. */
export function tagTree(
  tags: readonly Tag[],
  folded: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
): TagBranch[] {
  const known = new Set(tags.map(tag => tag.name))
  const parentOf = (name: string): string | undefined => {
    const levels = name.split('/')
    for (let end = levels.length - 1; end > 0; end -= 1) {
      const ancestor = levels.slice(0, end).join('/')
      if (known.has(ancestor)) return ancestor
    }
    return undefined
  }
  const children = new Map<string | undefined, Tag[]>()
  for (const tag of tags) {
    const parent = parentOf(tag.name)
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [tag])
    else siblings.push(tag)
  }
  const lines = (parent: string | undefined, depth: number): TagBranch[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => compare(a.name, b.name))
      .flatMap(tag => {
        const label = parent === undefined ? tag.name : tag.name.slice(parent.length + 1)
        const line = { tag, label, depth, hasBranches: children.has(tag.name) }
        return folded.has(tag.name) ? [line] : [line, ...lines(tag.name, depth + 1)]
      })
  return lines(undefined, 0)
}

/** So many tags that most clippings have, in the order of all; those above them are among them, as they have as many. */
export function mostUsed(tags: readonly Tag[], most: number): readonly Tag[] {
  if (tags.length <= most) return tags
  const kept = new Set(tags.toSorted((a, b) => b.total - a.total || levels(a) - levels(b)).slice(0, most))
  return tags.filter(tag => kept.has(tag))
}

const levels = ({ name }: Tag): number => name.split('/').length
