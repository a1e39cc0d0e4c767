import { currentRoute, navigate } from '../routing/use-route.ts'
import { currentLayout } from './use-layout.ts'

/** Focuses a pane at once where it is on screen, so that the next key is already its own; otherwise once it is. */
function focusOn(id: 'reader' | 'clippings'): void {
  const pane = document.getElementById(id)
  if (pane) pane.focus()
  else requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** Goes to the reader: shows it where there is one pane, and gives it the focus. */
export function openReader(): void {
  if (!currentRoute().clipping) return
  if (currentLayout() === 'one') navigate({ pane: 'reader' })
  focusOn('reader')
}

/** Goes to the timeline; from another view the focus goes to its list, as other views take it to their heading. */
export function showTimeline(): void {
  const { view } = currentRoute()
  navigate({ view: 'timeline' })
  if (view !== 'timeline') requestAnimationFrame(() => document.getElementById('clippings')?.focus())
}

/** Goes back to the list. */
export function openList(): void {
  if (currentRoute().pane !== 'list') navigate({ pane: 'list' })
  focusOn('clippings')
}
