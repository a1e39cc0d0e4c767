import type { FromPage } from './ipc-renderer.ts'

function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return !target.readOnly
  return target instanceof HTMLElement && target.isContentEditable
}

/**
 * Tells the main process of each key press that the page has left alone, for the menu's accelerators. Whether
 * it has is known only when the event has passed every listener of the page, hence the timer.
 */
export function reportUnhandledKeys(post: (message: FromPage) => void): void {
  const report = (event: KeyboardEvent) => {
    const isFunctionKey = /^F\d+$/.test(event.key)
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !isFunctionKey) return
    const editable = isEditable(event.composedPath()[0] ?? null)
    setTimeout(() => {
      if (event.defaultPrevented) return
      const { key, code, ctrlKey: control, metaKey: meta, shiftKey: shift, altKey: alt } = event
      post({ kind: 'key', key, code, control, meta, shift, alt, editable })
    })
  }
  window.addEventListener('keydown', report, { capture: true })
}
