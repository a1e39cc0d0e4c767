import type { Overview } from '../../../electron/core/model/overview.ts'

/** A collection or a saved search, among others in their order. */
interface Line {
  readonly id: string
  readonly parent?: string | undefined
}

type Collection = Overview['collections'][number]

/** Where something goes: into which collection, and before which of those that stand there; null is the top, the end. */
export interface Move {
  readonly parent: string | null
  readonly before: string | null
}

export const STEPS = ['up', 'down', 'in', 'out'] as const
/** One step by hand: past the one before or behind it, into the collection before it, out of the one it stands in. */
export type Step = (typeof STEPS)[number]

export const KEY_OF_STEP = {
  up: 'Alt+ArrowUp',
  down: 'Alt+ArrowDown',
  in: 'Alt+ArrowRight',
  out: 'Alt+ArrowLeft',
} as const satisfies Record<Step, string>

const beside = (lines: readonly Line[], parent: string | undefined, id: string): Line[] =>
  lines.filter(line => line.id === id || line.parent === parent)

/** Where a step takes one of the lines; undefined where there is no way. */
export function stepOf(
  step: Step,
  lines: readonly Line[],
  collections: readonly Collection[],
  id: string,
): Move | undefined {
  const line = lines.find(each => each.id === id)
  if (line === undefined) return undefined
  const siblings = beside(lines, line.parent, id)
  const at = siblings.indexOf(line)
  const parent = line.parent ?? null
  const above = collections.find(each => each.id === line.parent)
  switch (step) {
    case 'up': {
      const before = siblings[at - 1]
      return before && { parent, before: before.id }
    }
    case 'down':
      return at < siblings.length - 1 ? { parent, before: siblings[at + 2]?.id ?? null } : undefined
    case 'in': {
      // A saved search has no collection before it: it goes into the one below which it stands first.
      const into =
        lines === collections ? siblings[at - 1] : collections.find(each => each.parent === line.parent)
      return into && { parent: into.id, before: null }
    }
    case 'out':
      return (
        above && {
          parent: above.parent ?? null,
          before: lines === collections ? nextBeside(collections, above) : null,
        }
      )
  }
}

/** The one that stands behind another in the same place. */
export function nextBeside(lines: readonly Line[], line: Line): string | null {
  const siblings = beside(lines, line.parent, line.id)
  return siblings[siblings.findIndex(({ id }) => id === line.id) + 1]?.id ?? null
}

/** Whether a collection is another or stands in it. */
export function isWithin(collections: readonly Collection[], id: string | undefined, other: string): boolean {
  for (let at = id; at !== undefined; at = collections.find(each => each.id === at)?.parent)
    if (at === other) return true
  return false
}
