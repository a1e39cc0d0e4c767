import type { Platform } from '../commands/keys.ts'
import { openWindow } from '../routing/open-window.ts'

/** The link within the app that a press wants to have opened elsewhere, as it would be in a browser. */
function linkBeside(event: MouseEvent, platform: Platform): string | undefined {
  const isMiddle = event.button === 1
  const hasKey = event.shiftKey || (platform === 'darwin' ? event.metaKey : event.ctrlKey)
  if (!isMiddle && !(event.button === 0 && hasKey)) return undefined
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null
  return link?.getAttribute('href') ?? undefined
}

/**
 * Opens links within the app in a window of their own where they are pressed with Control, Command or Shift, or with the
 * middle button. Returns the function that stops.
 */
export function listenForLinksBeside(platform: Platform): () => void {
  const follow = (event: MouseEvent) => {
    const route = linkBeside(event, platform)
    if (route === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void openWindow(route, 'whole')
  }
  window.addEventListener('click', follow, { capture: true })
  window.addEventListener('auxclick', follow, { capture: true })
  return () => {
    window.removeEventListener('click', follow, { capture: true })
    window.removeEventListener('auxclick', follow, { capture: true })
  }
}
