import { ipcRenderer, webUtils } from 'electron'
import { type Bridge, events, requests } from './contract.ts'

/**
 * The page's only way out: the methods of the contract. A channel that the contract does not name is refused
 * here, before it reaches Electron, and the page never holds `ipcRenderer`.
 */
export const bridge: Bridge = {
  request(channel, input) {
    if (!Object.hasOwn(requests, channel)) throw new Error('no such request')
    return ipcRenderer.invoke(channel, input)
  },
  on(event, listener) {
    if (!Object.hasOwn(events, event)) throw new Error('no such event')
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
    ipcRenderer.on(event, forward)
    return () => {
      ipcRenderer.removeListener(event, forward)
    }
  },
  pathOf: file => webUtils.getPathForFile(file),
}
