import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

/** Chromium without what a window of a browser needs: it starts with a third of the work. */
const WITHOUT_WINDOW = ['chromium-headless-shell']

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, headless: boolean): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env['HOME'] ?? '', 'Applications')]
    return folders.flatMap(folder => MAC_APPS.map(app => join(folder, app)))
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return folders
      .filter(folder => folder !== undefined)
      .flatMap(folder => WINDOWS_PROGRAMS.map(program => join(folder, program)))
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin', '/opt/google/chrome']
  const names = headless ? [...WITHOUT_WINDOW, ...NAMES] : NAMES
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}

/**
 * The path of an installed Chromium, Chrome or Edge; undefined where there is none. `headless` may be one that opens no
 * window. `CUTTINGS_CHROMIUM` comes first, and where it names no executable nothing else is taken instead.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  headless: boolean,
): string | undefined {
  const wanted = env['CUTTINGS_CHROMIUM']
  const paths = wanted === undefined || wanted === '' ? candidates(env, platform, headless) : [wanted]
  return paths.find(isExecutable)
}
