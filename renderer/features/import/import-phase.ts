import type { ShownImport } from './use-imports.ts'

/** Where an import stands, as the window calls it. */
export type Phase = 'planning' | 'planned' | 'running' | 'interrupted' | 'cancelled' | 'done' | 'undone'

/** A dry run that was cancelled has nothing to say beyond what it found until then. */
export function phaseOf({
  summary,
  isPlan,
  isEnded,
}: Pick<ShownImport, 'summary' | 'isPlan' | 'isEnded'>): Phase {
  if (isPlan) return isEnded ? 'planned' : 'planning'
  return isEnded && summary.state === 'running' ? 'done' : summary.state
}
