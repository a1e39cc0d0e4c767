import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** All files below a folder by their paths, with what they hold as text; an empty folder has a name that ends in `/`. */
export async function filesBelow(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    if (entry.isFile()) found[name] = await readFile(path, 'utf8')
    else if ((await readdir(path)).length === 0) found[`${name}/`] = ''
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}
