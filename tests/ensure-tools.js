import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** @typedef {'browser' | 'chinese-fonts' | 'qpdf' | 'poppler'} Tool */

/** @param {string} command @param {string[]} args */
const outputOf = (command, args) => {
  const { error, status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return error === undefined && status === 0 ? stdout : undefined
}

async function hasBrowser() {
  const path = join(import.meta.dirname, 'chromium-runtime/browser/find-browser.ts')
  /** @type {{ module: { findBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined } }} */
  const { module } = await runnerImport(path, {
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
  })
  return module.findBrowser(process.env, process.platform) !== undefined
}

/**
 * What the tests use beside npm packages: what it is, whether it is here, and the Debian packages that bring it.
 * @type {Record<Tool, { what: string, isHere: () => boolean | Promise<boolean>, debian: string[] }>}
 */
const TOOLS = {
  browser: {
    what: 'Chromium, Chrome or Edge (or CUTTINGS_CHROMIUM=path)',
    isHere: hasBrowser,
    debian: ['chromium'],
  },
  'chinese-fonts': {
    what: 'fonts with Chinese characters',
    // macOS and Windows come with them.
    isHere: () => process.platform !== 'linux' || (outputOf('fc-list', [':lang=zh']) ?? '') !== '',
    debian: ['fontconfig', 'fonts-noto-cjk'],
  },
  qpdf: { what: 'qpdf', isHere: () => outputOf('qpdf', ['--version']) !== undefined, debian: ['qpdf'] },
  poppler: {
    what: 'pdftotext and pdffonts (poppler)',
    isHere: () => outputOf('pdftotext', ['-v']) !== undefined && outputOf('pdffonts', ['-v']) !== undefined,
    debian: ['poppler-utils'],
  },
}

/** @param {Tool[]} tools */
async function missing(tools) {
  const here = await Promise.all(tools.map(tool => TOOLS[tool].isHere()))
  return tools.filter((_, at) => !here[at])
}

/** @param {string[]} packages */
function aptInstall(packages) {
  const apt = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const install = () => apt(['install', '-y', '--no-install-recommends', ...packages])
  // A fresh image has no package lists, and old ones name packages that are gone.
  if (!install() && apt(['update'])) install()
}

/**
 * Makes sure that the tools are here. On Debian and its kin, as root, it installs what is not; elsewhere it
 * prints what is missing and the command that brings it. Resolves to whether all are here in the end.
 * @param {Tool[]} tools
 */
export async function ensureTools(tools) {
  const before = await missing(tools)
  if (before.length === 0) return true
  const packages = before.flatMap(tool => TOOLS[tool].debian)
  const isDebian = existsSync('/etc/debian_version')
  if (isDebian && process.getuid?.() === 0) aptInstall(packages)
  const after = await missing(before)
  if (after.length === 0) return true
  console.error(`Missing: ${after.map(tool => TOOLS[tool].what).join('; ')}.`)
  if (isDebian) console.error(`Install with: sudo apt-get install ${packages.join(' ')}`)
  else if (process.platform === 'darwin')
    console.error('Install with: brew install qpdf poppler, and a browser from its maker.')
  else console.error('Install them from their makers and put them on the PATH.')
  return false
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = /** @type {Tool[]} */ (Object.keys(TOOLS))
  const here = await ensureTools(all)
  if (here) console.log(`Here: ${all.map(tool => TOOLS[tool].what).join('; ')}.`)
  process.exitCode = here ? 0 : 1
}
