import { fork, spawn } from 'node:child_process'
import { existsSync, fstatSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { toAppUrl } from './browser/app-url.ts'
import { findBrowser } from './browser/find-browser.ts'
import { type HostOptions, OPTIONS_VARIABLE } from './control.ts'
import { downloadElectron, installedElectron } from './electron-runtime.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { launchApp } from './launch.ts'
import { preferredLanguages } from './preferred-languages.ts'

/** `npm start`: the app in Electron where its runtime is or can be had, otherwise in Chromium. */

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'out/main/index.js')

const USAGE = `npm start -- [--chromium] [--headless [--screenshot FILE]] [ARGUMENTS OF THE APP]

  --chromium     opens the app in Chromium without looking for Electron
  --headless     opens no window; prints "ready URL" and stays until it is ended or its input closes
  --screenshot   with --headless: writes what the window shows, as PNG`

interface Wish {
  readonly chromium: boolean
  readonly headless: boolean
  readonly screenshot: string | undefined
  readonly args: readonly string[]
}

function parse(argv: readonly string[]): Wish {
  const args = [...argv]
  const take = (name: string) => {
    const at = args.indexOf(name)
    if (at >= 0) args.splice(at, 1)
    return at >= 0
  }
  const at = args.indexOf('--screenshot')
  const [, screenshot] = at < 0 ? [] : args.splice(at, 2)
  return { chromium: take('--chromium'), headless: take('--headless'), screenshot, args }
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

/** Runs a child in the foreground until it ends; the exit code is its own. */
function follow(child: ReturnType<typeof spawn>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)))
}

function openWindow(wish: Wish, executable: string): void {
  const options: HostOptions = {
    main: MAIN,
    appPath: ROOT,
    executable,
    headless: false,
    dialogs: 'person',
    debuggingPort: false,
    languages: preferredLanguages(process.env),
    colorScheme: undefined,
    paths: {},
  }
  follow(
    fork(join(import.meta.dirname, 'main-host.js'), [...wish.args], {
      cwd: ROOT,
      env: { ...process.env, [OPTIONS_VARIABLE]: JSON.stringify(options) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  )
}

/** A pipe or a terminal can be closed by whoever started this; /dev/null, of a background job, says nothing. */
function inputCanClose(): boolean {
  try {
    return process.stdin.isTTY || fstatSync(0).isFIFO() || fstatSync(0).isSocket()
  } catch {
    return false
  }
}

async function openHeadless(wish: Wish): Promise<void> {
  const app = await launchApp({ paths: {}, args: wish.args, languages: preferredLanguages(process.env) })
  const page = await app.firstWindow()
  if (wish.screenshot !== undefined) await page.screenshot({ path: wish.screenshot })
  const close = () => void app.close().catch(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)
  if (inputCanClose()) process.stdin.on('end', close).resume()
  // Last: whoever waits for it may end the app at once.
  console.log(`ready ${toAppUrl(page.url(), new Set(['app']))}`)
  const code = await app.exited
  process.stderr.write(app.output())
  process.exit(code ?? 1)
}

async function start(wish: Wish): Promise<void> {
  if (!existsSync(MAIN)) fail('The app is not built. Run: npm run build')
  const hasDisplay = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  if (process.platform === 'linux' && !hasDisplay && !wish.headless) {
    fail(
      'There is no display to open a window on: start it from a desktop, or run `npm start -- --headless`.',
    )
  }
  if (!wish.chromium && !wish.headless) {
    const reason = installedElectron() === undefined ? await downloadElectron() : undefined
    const program = installedElectron()
    if (program !== undefined) return follow(spawn(program, [ROOT, ...wish.args], { stdio: 'inherit' }))
    console.log(`Electron's runtime cannot be downloaded (${reason}): opening Cuttings in Chromium instead.`)
  }
  const problem = ensureBrowser(false)
  if (problem !== undefined) fail(problem)
  const executable = findBrowser(process.env, process.platform, wish.headless)
  if (executable === undefined) fail('No Chromium, Chrome or Edge was found.')
  if (wish.headless) await openHeadless(wish)
  else openWindow(wish, executable)
}

const argv = process.argv.slice(2)
if (argv.includes('--help')) console.log(USAGE)
else await start(parse(argv))
