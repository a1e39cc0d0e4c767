import { currentRoute } from '../routing/use-route.ts'
import { selection } from './selection.ts'

/** The clippings that a command acts on: what is selected, or the one that is open. */
export function targets(): readonly string[] {
  const selected = selection.get()
  if (selected.length > 0) return selected
  const { clipping } = currentRoute()
  return clipping ? [clipping] : []
}
