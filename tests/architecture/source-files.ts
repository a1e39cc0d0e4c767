import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

export interface SourceFile {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Asks git, also where the checkout belongs to another user than the one who runs the tests. */
const git = (...args: string[]): string[] =>
  execFileSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\0')
    .filter(path => path !== '')

/** Every path that is, or with the next commit can be, part of the project: what is ignored is left out. */
export function projectPaths(): string[] {
  const gone = new Set(git('ls-files', '-z', '--deleted'))
  return git('ls-files', '-z', '--cached', '--others', '--exclude-standard').filter(path => !gone.has(path))
}

export const readProjectFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** The product's own modules: what is under `electron/` and `renderer/`, without type declarations. */
export function productSources(): SourceFile[] {
  return projectPaths()
    .filter(path => /^(?:electron|renderer)\/.*\.(?:ts|tsx|js)$/.test(path) && !path.endsWith('.d.ts'))
    .map(path => ({ path, text: readProjectFile(path) }))
}

/** Every spec that drives the window. */
export function windowSpecs(): SourceFile[] {
  return projectPaths()
    .filter(path => /^tests\/(?:e2e|packaging)\/.*\.test\.ts$/.test(path))
    .map(path => ({ path, text: readProjectFile(path) }))
}
