import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'vite'
import type { ExportPlan } from '../../../electron/core/export/plan.ts'
import { installedElectron } from '../../chromium-runtime/electron-runtime.ts'
import { launchApp } from '../../chromium-runtime/launch.ts'
import { ROOT } from '../app.ts'

export interface Printed {
  readonly outcome: 'printed' | 'cancelled' | { readonly message: string }
  readonly steps: readonly number[]
  readonly ms: number
  /** Where the PDF is; there is none where nothing was printed. */
  readonly pdf: string
}

export interface Printer {
  /** What became of each order. */
  readonly printed: Readonly<Record<string, Printed>>
  /** Takes the PDFs away. */
  remove(): Promise<void>
}

interface Order {
  readonly plan: ExportPlan
  readonly cancelAfter?: number
  readonly plainly?: boolean
}

interface Surroundings {
  /** The bytes of the pictures, PNG, by their SHA-256. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  readonly patienceMs?: number
  /** Told of the process that prints, whose children the browser's processes are, before each order. */
  readonly onOrder?: (name: string, pid: number) => void
}

/** Prints each plan with the product's own printing, in Electron where it is installed, otherwise in Chromium. */
export async function printAll(
  orders: Readonly<Record<string, Order>>,
  { pictures = new Map(), patienceMs = 60_000, onOrder }: Surroundings = {},
): Promise<Printer> {
  if (!existsSync(join(ROOT, 'out/renderer/assets/book.css'))) {
    throw new Error('the app is not built: run `npm run build`')
  }
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-pdf-'))
  const names = Object.keys(orders)
  for (const name of names) await writeFile(join(folder, `${name}.json`), JSON.stringify(orders[name]))
  await mkdir(join(folder, 'pictures'))
  for (const [sha256, bytes] of pictures) await writeFile(join(folder, 'pictures', sha256), bytes)
  const main = await bundledHost()
  const env = { CUTTINGS_PRINT_FOLDER: folder, CUTTINGS_PRINT_NAMES: names.join(',') }
  const app = await start(main, folder, env)
  try {
    const printed: Record<string, Printed> = {}
    for (const name of names) {
      onOrder?.(name, app.pid)
      const done = await waitFor(join(folder, `${name}.done`), patienceMs, app.output)
      printed[name] = { ...(JSON.parse(done) as Omit<Printed, 'pdf'>), pdf: join(folder, `${name}.pdf`) }
    }
    return { printed, remove: () => rm(folder, { recursive: true, force: true }) }
  } finally {
    await app.close()
  }
}

async function bundledHost(): Promise<string> {
  const outDir = resolve(ROOT, 'out/print-host')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      outDir,
      ssr: true,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: { index: resolve(import.meta.dirname, 'print-host.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return join(outDir, 'index.js')
}

async function start(main: string, folder: string, env: Record<string, string>) {
  const electron = installedElectron()
  if (electron === undefined) {
    const paths = { userData: join(folder, 'profile'), documents: join(folder, 'documents') }
    await Promise.all(Object.values(paths).map(path => mkdir(path)))
    const app = await launchApp({ main, paths, env })
    return { pid: app.pid, output: () => app.output(), close: () => app.close() }
  }
  const child = spawn(electron, [main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)))
  return {
    pid: child.pid ?? 0,
    output: () => said,
    close: async () => {
      child.kill()
    },
  }
}

async function waitFor(path: string, patienceMs: number, output: () => string): Promise<string> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(50)) {
    if (existsSync(path)) return readFile(path, 'utf8')
  }
  throw new Error(`nothing was printed:\n${output()}`)
}
