import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ImportEntry, ImportOptions } from '../../../electron/core/model/import-ledger.ts'
import { importLedgers } from '../../../electron/store/import-ledger-files.ts'
import type { Library } from '../../../electron/store/library.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../../electron/store/system-ports.ts'
import { readerHere } from '../../../electron/work/import-here.ts'
import { type ImportEnd, type ImportWork, runImport } from '../../../electron/work/import-run.ts'
import type { Reader } from '../../../electron/work/import-thread.ts'
import { beginImport, DryRun, NOTHING_BEHIND, resumeImport } from '../../../electron/work/import-write.ts'
import { got, scratchFolder } from '../store/scratch-library.ts'

export const PORTS = { clock: systemClock, identifiers: uuidIdentifiers }

export async function importScene() {
  const folder = await scratchFolder()
  const opened = got(await openLibrary(join(folder, 'Cuttings'), PORTS))
  onTestFinished(async () => {
    await opened.close()
  })
  const library: Library = opened
  const from = join(folder, 'saved')

  /** Writes a file to import. */
  async function file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(from, ...name.split('/'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    return path
  }

  async function run(
    start: { paths: readonly string[]; options?: ImportOptions; isDry?: boolean; resume?: string },
    readers: readonly Reader[] = [readerHere()],
    controller = new AbortController(),
    progress: ImportWork['progress'] = () => undefined,
  ): Promise<ImportEnd & { id: string; entries: readonly ImportEntry[] }> {
    const ports = { library, ...PORTS }
    const id = start.resume ?? PORTS.identifiers.next(PORTS.clock.now())
    const head = {
      line: 'begun' as const,
      id,
      at: new Date().toISOString(),
      kind: 'chosen' as const,
      paths: [...start.paths],
      options: start.options ?? { tags: [] },
    }
    const dry = new DryRun(head, systemClock)
    const begun =
      start.resume === undefined
        ? { target: start.isDry === true ? dry : got(await beginImport(ports, head)), behind: NOTHING_BEHIND }
        : got(await resumeImport(ports, got(await importLedgers(library.directory).read(id))))
    const end = await runImport({
      ...ports,
      ...begun,
      readers,
      paths: start.paths,
      signal: controller.signal,
      progress,
    })
    for (const reader of readers) await reader.close()
    const entries =
      start.isDry === true ? dry.entries : got(await importLedgers(library.directory).read(id)).entries
    return { ...end, id, entries }
  }
  return { folder, from, library, file, run }
}

/** A page as a browser saves it, of so many words on one subject. */
export function page(subject: string, { url, picture }: { url?: string; picture?: string } = {}): string {
  const head = url === undefined ? '' : `<link rel="canonical" href="${url}">`
  const figure =
    picture === undefined
      ? ''
      : `<figure><img src="${picture}" alt="ferry"><figcaption>The ferry at noon</figcaption></figure>`
  const paragraphs = Array.from(
    { length: 6 },
    (_, index) =>
      `<p>The council of ${subject} decided on point ${index} that the ferry sails later in the evening, so that those who work late reach the other bank without a long walk over the bridge.</p>`,
  )
  return `<!doctype html><html><head><meta charset="utf-8"><title>The ferry of ${subject} sails later</title>${head}</head><body><article><h1>The ferry of ${subject} sails later</h1>${figure}${paragraphs.join('')}</article></body></html>`
}
