import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Payload } from '../../../electron/ipc/contract.ts'
import { type ImportReports, Imports } from '../../../electron/main/imports.ts'
import type { OpenSession } from '../../../electron/main/open-session.ts'
import { systemClock, uuidIdentifiers } from '../../../electron/store/system-ports.ts'
import { readerHere } from '../../../electron/work/import-here.ts'
import { opened, scratchFolder } from '../store/scratch-library.ts'

type Ended = Parameters<ImportReports['ended']>[0]

/** The main process's imports into a library on the real disk, and what was told of them. */
export async function importsScene() {
  const folder = await scratchFolder()
  const library = await opened(join(folder, 'Cuttings'))
  const progress: Payload<'import:progress'>[] = []
  const ended: Ended[] = []
  const imports = new Imports({
    clock: systemClock,
    identifiers: uuidIdentifiers,
    readers: () => [readerHere()],
    progress: payload => progress.push(payload),
    ended: payload => ended.push(payload),
  })
  onTestFinished(() => imports.stopAll())
  const session = {
    library,
    families: { find: async (texts: readonly unknown[]) => texts.map(() => undefined) },
  } as unknown as OpenSession

  async function file(name: string, content: string): Promise<string> {
    const path = join(folder, ...name.split('/'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    return path
  }

  /** How the import ends. */
  async function endOf(id: string): Promise<Ended> {
    await expect.poll(() => ended.some(each => each.import.id === id), { timeout: 20_000 }).toBe(true)
    const end = ended.find(each => each.import.id === id)
    if (end === undefined) throw new Error('not ended')
    return end
  }
  return { folder, library, session, imports, progress, ended, file, endOf }
}

export const note = (name: string): string =>
  `Note ${name}\n\n${`The ferry of ${name} sails later in the evening. `.repeat(10)}\n`
