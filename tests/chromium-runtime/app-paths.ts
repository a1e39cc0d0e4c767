import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const { env, platform } = process

/** Folders that Linux desktops let the user rename; see the freedesktop.org xdg-user-dirs specification. */
function xdgUserFolder(name: string): string | undefined {
  try {
    const config = env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
    const text = readFileSync(join(config, 'user-dirs.dirs'), 'utf8')
    return new RegExp(`^XDG_${name}_DIR="(.*)"$`, 'm').exec(text)?.[1]?.replace('$HOME', homedir())
  } catch {
    return undefined
  }
}

function appData(): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

function userFolder(name: string): string {
  return (platform === 'linux' ? xdgUserFolder(name.toUpperCase()) : undefined) ?? join(homedir(), name)
}

/** Where the platform keeps what `app.getPath` names; undefined for names that the app never asks for. */
export function findPath(name: string): string | undefined {
  switch (name) {
    case 'home':
      return homedir()
    case 'temp':
      return tmpdir()
    case 'appData':
      return appData()
    case 'documents':
      return userFolder('Documents')
    case 'downloads':
      return platform === 'linux'
        ? (xdgUserFolder('DOWNLOAD') ?? join(homedir(), 'Downloads'))
        : userFolder('Downloads')
    case 'desktop':
      return userFolder('Desktop')
    default:
      return undefined
  }
}
