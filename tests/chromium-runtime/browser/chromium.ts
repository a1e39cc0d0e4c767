import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Devtools } from './devtools.ts'

const PROFILE = /^cuttings-chromium-(\d+)-/

/** Everything by which Chromium itself would use the network, and what would cover the window of an app. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-infobars',
  // Services that no switch turns off get an address that can never exist.
  '--allow-browser-signin=false',
  '--gaia-url=https://refused.invalid',
  '--component-updater=url-source=https://refused.invalid',
  '--apps-gallery-update-url=https://refused.invalid',
  '--variations-server-url=https://refused.invalid',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  // Headless or not, the address bar's suggestions are two pages that nobody sees. The last of these keeps sandboxed frames in the page's process. In one of their own, a frame with srcdoc loads
  // before any DevTools client can hold its requests.
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,GlobalMediaControls,InterestFeedContentSuggestions,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PrivacySandboxSettings4,SafeBrowsingRealTimeUrlLookup,Translate,HttpsUpgrades,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,IsolateSandboxedIframes',
  // The second wall behind request interception: no name resolves, and no address is reached without a proxy.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://refused.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

export interface ChromiumOptions {
  readonly executable: string
  readonly headless: boolean
  /** The first of the system's preferred languages, BCP 47; Chromium's own default where absent. */
  readonly language: string | undefined
  readonly width: number
  readonly height: number
  /** Opens a port on the loopback interface for a test's own connection. The app itself needs none. */
  readonly debuggingPort: boolean
}

export interface Chromium {
  readonly devtools: Devtools
  /** The WebSocket address for a second DevTools client; undefined where no port was asked for. */
  readonly endpoint: Promise<string> | undefined
  readonly pid: number | undefined
  readonly exited: Promise<void>
  /** Closes the browser and removes its profile. */
  stop(): Promise<void>
  /** The same without waiting, for the very end of the process. */
  stopNow(): void
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What the disk says of a folder in which somebody writes while it is removed; on Windows the last three. */
const IN_USE = new Set(['ENOTEMPTY', 'EBUSY', 'EPERM', 'EACCES'])

const isInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && IN_USE.has(String(error.code))

/** Removes the profiles of runs that were killed before they could do it. */
function sweepProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = PROFILE.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch (error) {
      // Its browser ends after the app does: the next start sweeps what it still writes.
      if (!isInUse(error)) throw error
    }
  }
}

/**
 * Starts one browser with a profile of its own. The pipe is the browser's life line: Chromium exits when it
 * closes, also when this process is killed.
 */
export function startChromium(options: ChromiumOptions): Chromium {
  sweepProfiles()
  const profile = mkdtempSync(join(tmpdir(), `cuttings-chromium-${process.pid}-`))
  const isRoot = process.getuid?.() === 0
  const args = [
    ...QUIET,
    // Nobody looks at what a graphics processor would paint, and one that is emulated is slow.
    ...(options.headless ? ['--headless', '--disable-gpu'] : []),
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    ...(options.language === undefined
      ? []
      : [`--lang=${options.language}`, `--accept-lang=${options.language}`]),
    ...(options.debuggingPort ? ['--remote-debugging-port=0'] : []),
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--window-size=${options.width},${options.height}`,
    ...(options.headless ? ['about:blank'] : ['--app=data:text/html,']),
  ]
  const browser = spawn(options.executable, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...(options.language === undefined ? {} : { LANGUAGE: options.language }) },
  })
  let said = ''
  const exited = new Promise<void>(resolve => browser.once('exit', () => resolve()))
  const endpoint = new Promise<string>((resolve, reject) => {
    browser.stderr?.setEncoding('utf8')
    browser.stderr?.on('data', (text: string) => {
      said = (said + text).slice(-4000)
      const address = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    browser.once('error', reject)
    void exited.then(() => reject(new Error(`Chromium has ended: ${said.trim()}`)))
  })
  endpoint.catch(() => undefined)
  const devtools = new Devtools(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
  const removeProfile = () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  return {
    devtools,
    endpoint: options.debuggingPort ? endpoint : undefined,
    pid: browser.pid,
    exited,
    async stop() {
      const deadline = setTimeout(() => browser.kill('SIGKILL'), 3000)
      await devtools.browser.send('Browser.close').catch(() => undefined)
      await exited
      clearTimeout(deadline)
      removeProfile()
    },
    stopNow() {
      browser.kill('SIGKILL')
      try {
        removeProfile()
      } catch {
        // The next start sweeps what is still in use here.
      }
    },
  }
}
