import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** How long an unreachable server may keep the user waiting. A download that has begun may take longer. */
const PATIENCE_MS = 20_000

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** Electron's program in node_modules; undefined where its runtime has not been downloaded. */
export function installedElectron(): string | undefined {
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

async function isServerThere(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror']
  try {
    await fetch(mirror ?? 'https://github.com/electron/electron/releases/', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return true
  } catch {
    return false
  }
}

/**
 * Downloads Electron's runtime by its package's own installer, which takes a cached copy where there is one.
 * Returns why that was not possible; undefined when the runtime is there.
 */
export async function downloadElectron(): Promise<string | undefined> {
  const installer = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let said = ''
  installer.stderr.setEncoding('utf8')
  installer.stderr.on('data', (text: string) => {
    said += text
  })
  const ended = new Promise<void>(resolve => {
    installer.once('close', () => resolve())
  })
  const patience = new Promise<'late'>(resolve => {
    setTimeout(resolve, PATIENCE_MS, 'late').unref()
  })
  const serverIsThere = isServerThere()
  const first = await Promise.race([ended, patience])
  if (first === 'late' && !(await serverIsThere)) {
    installer.kill('SIGKILL')
    return `its server did not answer within ${PATIENCE_MS / 1000} seconds`
  }
  await ended
  if (installedElectron() !== undefined) return undefined
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT/.test(said)) return 'its server cannot be reached'
  return said.trim().split('\n')[0] ?? 'its installer failed'
}
