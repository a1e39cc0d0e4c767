import type { DiffBlock } from '../../../electron/core/model/article-diff.ts'

type Same = Extract<DiffBlock, { kind: 'same' }>

/** What a comparison shows in a row: a block, or unchanged ones that are folded away. */
export type DiffLine =
  | { readonly kind: 'block'; readonly block: DiffBlock }
  | { readonly kind: 'fold'; readonly blocks: readonly Same[] }

/** Fewer are not worth a fold. */
const FEWEST = 2

/** The blocks with unchanged ones folded away, but for one before and one after each change. */
export function foldUnchanged(blocks: readonly DiffBlock[]): DiffLine[] {
  const isNear = (at: number): boolean =>
    [at - 1, at, at + 1].some(near => blocks[near] !== undefined && blocks[near].kind !== 'same')
  const lines: DiffLine[] = []
  let away: Same[] = []
  const flush = () => {
    if (away.length >= FEWEST) lines.push({ kind: 'fold', blocks: away })
    else for (const block of away) lines.push({ kind: 'block', block })
    away = []
  }
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'same' && !isNear(at)) {
      away.push(block)
      continue
    }
    flush()
    lines.push({ kind: 'block', block })
  }
  flush()
  return lines
}
