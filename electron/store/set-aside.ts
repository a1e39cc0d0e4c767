import { join } from 'node:path'
import type { Clock } from '../core/ports.ts'
import type { FileSystem } from './file-system.ts'

/**
 * Renames what stands in a file's place and is no such file, so that nothing is lost with it: `NAME.damaged-TIME`
 * beside it. Returns that name; undefined where it could not be renamed.
 */
export async function setAsideDamaged(
  fileSystem: FileSystem,
  folder: string,
  name: string,
  clock: Clock,
): Promise<string | undefined> {
  const aside = `${name}.damaged-${new Date(clock.now()).toISOString().replaceAll(':', '-')}`
  try {
    await fileSystem.rename(join(folder, name), join(folder, aside))
    return aside
  } catch {
    return undefined
  }
}
