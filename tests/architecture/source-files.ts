import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

export interface SourceFile {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Every path that is, or with the next commit can be, part of the project: what is ignored is left out. */
export function projectPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: ROOT, encoding: 'utf8' })
  const gone = new Set(deleted.split('\0'))
  return listed.split('\0').filter(path => path !== '' && !gone.has(path))
}

export const readProjectFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** The product's own modules: what is under `electron/` and `renderer/`, without type declarations. */
export function productSources(): SourceFile[] {
  return projectPaths()
    .filter(path => /^(?:electron|renderer)\/.*\.(?:ts|tsx|js)$/.test(path) && !path.endsWith('.d.ts'))
    .map(path => ({ path, text: readProjectFile(path) }))
}
