import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chromium, startChromium } from './browser/chromium.ts'
import {
  type DialogRecord,
  type DragRecord,
  type HostOptions,
  OPTIONS_VARIABLE,
  type PrintRecord,
  type RequestRecord,
  type ShellRecord,
} from './control.ts'

function readOptions(): HostOptions {
  const text = process.env[OPTIONS_VARIABLE]
  if (text === undefined)
    throw new Error(`${OPTIONS_VARIABLE} is not set: this process is started by launch.ts`)
  return JSON.parse(text) as HostOptions
}

interface PackageJson {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
}

/** What this run of the app was started with. */
export const options = readOptions()

export const packageJson = JSON.parse(
  readFileSync(join(options.appPath, 'package.json'), 'utf8'),
) as PackageJson

/** What tests ask for afterwards. */
export const recorded: {
  dialogs: DialogRecord[]
  requests: RequestRecord[]
  shell: ShellRecord[]
  prints: PrintRecord[]
  drags: DragRecord[]
} = {
  dialogs: [],
  requests: [],
  shell: [],
  prints: [],
  drags: [],
}

/** The schemes that the app registered as privileged before it was ready. */
export const appSchemes = new Set<string>()

let warm: Chromium | undefined
let running: Chromium | undefined

/** Lets the run's one browser start while the app is being read. The app does not see it before {@link startBrowser}. */
export function warmBrowser(): Chromium {
  warm ??= startChromium({
    executable: options.executable,
    headless: options.headless,
    language: options.languages[0],
    width: 1440,
    height: 900,
    debuggingPort: options.debuggingPort,
  })
  return warm
}

/** Starts the run's one browser. */
export function startBrowser(): Chromium {
  running = warmBrowser()
  return running
}

/** The browser to be stopped at the end, whether the app has seen it or not. */
export const browserToStop = (): Chromium | undefined => warm

/** The run's browser, or undefined before the app is ready. */
export const browserIfRunning = (): Chromium | undefined => running

/** The run's browser. Electron, too, has no windows before the app is ready. */
export function browser(): Chromium {
  if (running === undefined) throw new Error('Cannot create BrowserWindow before app is ready')
  return running
}
