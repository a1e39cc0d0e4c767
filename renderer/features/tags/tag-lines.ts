import { fold } from '../../../electron/core/search/fold.ts'
import { type TagBranch, tagTree } from '../sidebar/tag-tree.ts'

type Tag = TagBranch['tag']

/** A line of the tree with its place among its siblings, counted from 1. */
export interface TagLine extends TagBranch {
  readonly position: number
  readonly siblings: number
}

/** The tags whose name holds what was typed, and the tags above them, so that the tree keeps its shape. */
export function filterTags(tags: readonly Tag[], typed: string): readonly Tag[] {
  const wanted = fold(typed.trim()).replaceAll('／', '/')
  if (wanted === '') return tags
  const found = tags.filter(tag => fold(tag.name).includes(wanted)).map(tag => tag.name)
  return tags.filter(({ name }) => found.some(match => match === name || match.startsWith(`${name}/`)))
}

/** The lines of the tree, parents before children; what is below a folded tag is left out. */
export function tagLines(
  tags: readonly Tag[],
  folded: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
): TagLine[] {
  const branches = tagTree(tags, folded, compare)
  const open: number[] = []
  const parents = branches.map(({ depth }, index) => {
    open.length = depth
    const parent = open.at(-1) ?? -1
    open.push(index)
    return parent
  })
  const counts = new Map<number, number>()
  const positions = parents.map(parent => {
    const position = (counts.get(parent) ?? 0) + 1
    counts.set(parent, position)
    return position
  })
  return branches.map((branch, index) => ({
    ...branch,
    position: positions[index] ?? 1,
    siblings: counts.get(parents[index] ?? -1) ?? 1,
  }))
}

/** What an arrow key does in the tree (ARIA Authoring Practices, tree view): go to a line, fold or unfold one. */
export type TreeMove = { readonly to: number } | { readonly fold: string } | { readonly unfold: string }

/** The move that a key makes from a line; undefined where the key does nothing there. */
export function treeMove(
  lines: readonly TagLine[],
  at: number,
  key: string,
  folded: ReadonlySet<string>,
): TreeMove | undefined {
  const line = lines[at]
  const last = lines.length - 1
  if (!line) return undefined
  switch (key) {
    case 'ArrowDown':
      return at < last ? { to: at + 1 } : undefined
    case 'ArrowUp':
      return at > 0 ? { to: at - 1 } : undefined
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: last }
    case 'ArrowRight':
      if (!line.hasBranches) return undefined
      return folded.has(line.tag.name) ? { unfold: line.tag.name } : { to: at + 1 }
    case 'ArrowLeft': {
      if (line.hasBranches && !folded.has(line.tag.name)) return { fold: line.tag.name }
      const parent = lines.findLastIndex((other, index) => index < at && other.depth < line.depth)
      return parent >= 0 ? { to: parent } : undefined
    }
    default:
      return undefined
  }
}
