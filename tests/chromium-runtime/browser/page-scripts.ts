import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The name of the isolated world in which the preload runs. */
export const PRELOAD_WORLD = 'chromium-runtime-preload'
export const BINDING = 'chromiumRuntimeSend'
export const RECEIVER = 'chromiumRuntimeReceive'

const ELECTRON_VERSION = '45.4.1'

/** What `process` is in a sandboxed preload, as far as a preload of ours may look at it. */
const PROCESS = {
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
  isMainFrame: true,
  platform: process.platform,
  arch: process.arch,
  versions: { electron: ELECTRON_VERSION },
}

const built = (name: string) => readFileSync(join(import.meta.dirname, `${name}.js`), 'utf8')

/**
 * The two scripts of a page, to be run in this order before any other: the page's own world, then the preload's.
 * The token by which they find each other is new for every window and unknown to the page.
 */
export function pageScripts(preload: string | undefined): { mainWorld: string; preloadWorld: string } {
  const token = JSON.stringify(randomUUID())
  const found = preload !== undefined && existsSync(preload)
  if (preload !== undefined && !found) console.error(`Unable to load preload script: ${preload}`)
  const source = found
    ? `function (require, module, exports, process) {${readFileSync(preload, 'utf8')}\n}`
    : 'null'
  const runtime = JSON.stringify({ binding: BINDING, receiver: RECEIVER, process: PROCESS })
  return {
    mainWorld: `{ const BRIDGE_TOKEN = ${token};\n${built('main-world')}\n}`,
    preloadWorld: `{ const BRIDGE_TOKEN = ${token}; const RUNTIME = ${runtime}; const PRELOAD = ${source};\n${built('preload-world')}\n}`,
  }
}
