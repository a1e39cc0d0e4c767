/**
 * Calls `follow` when another window of the app has remembered something else under a key of the local storage, so that
 * what was chosen there holds here, and is not written over with what was here before.
 */
export function followOtherWindows(key: string, follow: () => void): void {
  globalThis.window?.addEventListener('storage', event => {
    if (event.key === key) follow()
  })
}
