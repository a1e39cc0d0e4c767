import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file manager hands over each of several files by itself; they are one import. In milliseconds. */
const GATHER_MS = 250

const SCHEME = /^[a-z][a-z\d+.-]+:\/\//iu

function pathOf(argument: string, workingDirectory: string): string[] {
  if (argument === '' || argument.startsWith('-')) return []
  if (!SCHEME.test(argument)) return [resolve(workingDirectory, argument)]
  try {
    return [fileURLToPath(argument)]
  } catch {
    // An address that is no file of this machine.
    return []
  }
}

/**
 * The files and folders that a process was started with, absolute: paths, or `file:` addresses as Linux's file managers
 * write them. `appPath` is where the app itself lies as an argument, when it is run by a bare Electron.
 */
export function pathsIn(argv: readonly string[], workingDirectory: string, appPath?: string): string[] {
  const own =
    appPath === undefined
      ? 0
      : argv.findIndex((argument, at) => at > 0 && resolve(workingDirectory, argument) === resolve(appPath))
  const first = appPath === undefined || own > 0 ? own + 1 : 2
  return argv.slice(first).flatMap(argument => pathOf(argument, workingDirectory))
}

/**
 * What the system asks the app to open: by its arguments, by those of a second start, or on macOS by an event, which may
 * come before there is a window. The window takes them in as it takes what is dropped on it, when it is ready to.
 */
export class GivenFiles {
  #paths: string[] = []
  #tell: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  give(paths: readonly string[]): void {
    if (paths.length === 0) return
    this.#paths.push(...paths)
    this.#tellSoon()
  }

  /** From now on `tell` is called when more have come; what came before the first window asks for itself. */
  tellOfMore(tell: () => void): void {
    this.#tell = tell
  }

  /** All that was given since the last time, each once. */
  take(): string[] {
    const paths = [...new Set(this.#paths)]
    this.#paths = []
    return paths
  }

  #tellSoon(): void {
    if (this.#tell === undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#tell?.(), GATHER_MS)
  }
}
