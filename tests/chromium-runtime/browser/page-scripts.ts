import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ToPage } from '../page/ipc-renderer.ts'

/** The name of the isolated world in which the preload runs. */
export const PRELOAD_WORLD = 'chromium-runtime-preload'
export const BINDING = 'chromiumRuntimeSend'
const RECEIVER = 'chromiumRuntimeReceive'

/** What tells the preload's world of a message and its content, as a script. */
export function receiving(message: ToPage, content = 'null'): string {
  // As text, which is read much quicker than a literal, and in single quotes, because it is full of double ones.
  const quoted = content.replace(/[\\']/g, '\\$&')
  return `${RECEIVER}(${JSON.stringify(message)}, '${quoted}')`
}

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
