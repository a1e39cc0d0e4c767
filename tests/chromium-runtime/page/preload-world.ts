import { NotImplemented, refusedModule, strictly } from '../refuse.ts'
import { BridgeEnd } from './bridge.ts'
import { createIpcRenderer, type FromPage } from './ipc-renderer.ts'
import { reportUnhandledKeys } from './unhandled-keys.ts'

/** Set by the script that surrounds this one; see browser/page-scripts.ts. */
declare const BRIDGE_TOKEN: string
declare const RUNTIME: { readonly binding: string; readonly receiver: string; readonly process: object }
declare const PRELOAD:
  | ((require: (name: string) => unknown, module: object, exports: object, process: object) => void)
  | null

type World = Record<string, unknown>

/** Modules that Electron gives a sandboxed preload and that no preload of ours asks for. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'events',
  'timers',
  'url',
  'node:events',
  'node:timers',
  'node:url',
])

function start(): void {
  const world = globalThis as unknown as World
  const send = world[RUNTIME.binding] as (text: string) => void
  delete world[RUNTIME.binding]
  const post = (message: FromPage) => send(JSON.stringify({ ...message, href: location.href }))
  const { ipcRenderer, receive, pathOf } = createIpcRenderer(post)
  world[RUNTIME.receiver] = receive
  reportUnhandledKeys(post)
  if (PRELOAD === null) return

  const bridge = new BridgeEnd(`${BRIDGE_TOKEN}:preload`, `${BRIDGE_TOKEN}:page`)
  const contextBridge = strictly('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
  })
  const electron = strictly('electron (in a preload)', {
    contextBridge,
    ipcRenderer,
    webFrame: refusedModule('webFrame'),
    // Chromium tells a page's file's path to nobody but DevTools, and not at once: a test says it beforehand.
    webUtils: strictly('webUtils', { getPathForFile: (file: File) => pathOf(file.name) }),
    nativeImage: refusedModule('nativeImage'),
    crashReporter: refusedModule('crashReporter'),
  })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron
    if (LEFT_OUT.has(name)) throw new NotImplemented(`require('${name}') in a preload`)
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  PRELOAD(require, module, module.exports, strictly('process (in a preload)', RUNTIME.process))
}

if (window === window.top) start()
