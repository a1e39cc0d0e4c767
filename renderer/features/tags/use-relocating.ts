import type { Output } from '../../../electron/ipc/contract.ts'
import { queryClient } from '../../api/query-client.ts'
import { useChange } from '../../api/use-change.ts'
import { askTag } from './asking-tag.ts'
import { followRenamed } from './follow-tag.ts'
import { movedName, planRename } from './tag-plans.ts'

const tagNames = (): string[] =>
  queryClient
    .getQueryData<Output<'library:overview'>>(['library:overview', {}])
    ?.tags.map(({ name }) => name) ?? []

export interface Relocating {
  /** Gives a tag another name, asking first where it would become one with another. */
  readonly rename: (name: string, typed: string) => Promise<void>
  /** Moves a tag below another, or to the top where that is undefined. */
  readonly move: (name: string, below: string | undefined) => Promise<void>
}

/** Renaming and moving tags, which are the same to the library. */
export function useRelocating(): Relocating {
  const change = useChange('tag:rename')
  const rename = async (name: string, typed: string) => {
    const plan = planRename(tagNames(), name, typed)
    if (plan.kind === 'merge') askTag({ kind: 'merge', name, to: plan.to })
    if (plan.kind === 'rename' && (await change.run({ name, to: plan.to }))) followRenamed(name, plan.to)
  }
  return {
    rename,
    move: async (name, below) => {
      const to = movedName(name, below)
      if (to !== undefined) await rename(name, to)
    },
  }
}
