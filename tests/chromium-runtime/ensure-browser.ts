import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from './browser/find-browser.ts'

/** One thing that the machine must have, and the Debian package that brings it; `also` are packages beside that. */
interface Need {
  readonly what: string
  readonly debian: string
  readonly also?: readonly string[]
  readonly isThere: () => boolean
}

function isOnPath(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const names = process.platform === 'win32' ? [`${program}.exe`, program] : [program]
  return folders.some(folder => names.some(name => existsSync(join(folder, name))))
}

/** Windows and macOS come with Chinese fonts; a Linux machine may have none. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const found = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return found.status === 0 && found.stdout.trim() !== ''
}

const BROWSER: readonly Need[] = [
  {
    what: 'Chromium, Chrome or Edge',
    debian: 'chromium',
    isThere: () => findBrowser(process.env, process.platform, false) !== undefined,
  },
  // Without fontconfig's own programs a font is there and cannot be found.
  { what: 'a Chinese font', debian: 'fonts-noto-cjk', also: ['fontconfig'], isThere: hasChineseFont },
]

const TESTS: readonly Need[] = [
  { what: 'qpdf', debian: 'qpdf', isThere: () => isOnPath('qpdf') },
  {
    what: 'pdftotext and pdffonts',
    debian: 'poppler-utils',
    isThere: () => isOnPath('pdftotext') && isOnPath('pdffonts'),
  },
  // System calls are made to fail with it; other systems have nothing like it.
  { what: 'strace', debian: 'strace', isThere: () => process.platform !== 'linux' || isOnPath('strace') },
]

/** What only makes the tests quicker, and not every system of the kind has. */
const QUICKER: readonly Need[] = [
  {
    what: 'a Chromium without a window',
    debian: 'chromium-headless-shell',
    isThere: () => process.platform !== 'linux' || isOnPath('chromium-headless-shell'),
  },
]

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')

const isOffered = (name: string): boolean => spawnSync('apt-cache', ['show', name]).status === 0

function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} with apt-get …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
  ]) {
    // The packages' own output is only of interest where it fails.
    const run = spawnSync('apt-get', args, { env, encoding: 'utf8' })
    if (run.status !== 0) console.error(run.stderr)
  }
}

/** What other systems call the Debian packages, and the command that brings them. */
const SYSTEMS = {
  mac: {
    command: 'brew install',
    names: { chromium: '--cask google-chrome', qpdf: 'qpdf', 'poppler-utils': 'poppler' },
  },
  windows: {
    command: 'choco install',
    names: { chromium: 'googlechrome', qpdf: 'qpdf', 'poppler-utils': 'poppler' },
  },
  debian: { command: 'sudo apt-get install', names: {} },
  fedora: { command: 'sudo dnf install', names: { 'fonts-noto-cjk': 'google-noto-sans-cjk-fonts' } },
  other: { command: 'install, by the names that your system has for them:', names: {} },
} as const satisfies Record<string, { command: string; names: Readonly<Record<string, string>> }>

function systemHere(): keyof typeof SYSTEMS {
  if (process.platform === 'darwin') return 'mac'
  if (process.platform === 'win32') return 'windows'
  if (isOnPath('apt-get')) return 'debian'
  return isOnPath('dnf') ? 'fedora' : 'other'
}

function advice(missing: readonly Need[]): string {
  const { command, names }: { command: string; names: Readonly<Record<string, string>> } =
    SYSTEMS[systemHere()]
  return [command, ...missing.map(need => names[need.debian] ?? need.debian)].join(' ')
}

/**
 * Makes sure that the machine has a browser and a Chinese font, and what the tests read PDFs with if `forTests`.
 * As root on Debian and Ubuntu it installs what is missing. Returns what to do where something is still missing.
 */
export function ensureBrowser(forTests: boolean): string | undefined {
  const needs = [...BROWSER, ...(forTests ? TESTS : [])]
  const missing = () => needs.filter(need => !need.isThere())
  const before = missing()
  if (canInstall()) {
    if (before.length > 0) install(before.flatMap(need => [need.debian, ...(need.also ?? [])]))
    const quicker = forTests ? QUICKER.filter(need => !need.isThere() && isOffered(need.debian)) : []
    if (quicker.length > 0) install(quicker.map(need => need.debian))
  }
  const after = missing()
  if (after.length === 0) return undefined
  const chosen = process.env['CUTTINGS_CHROMIUM']
  const hint = chosen === undefined ? '' : ` (CUTTINGS_CHROMIUM is ${chosen})`
  return `${after.map(need => need.what).join(', ')} missing${hint}. Run: ${advice(after)}`
}
