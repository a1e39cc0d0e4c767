import type { ImportEntry } from '../../electron/core/model/import-ledger.ts'
import { sha256Of } from '../../electron/store/content-files.ts'
import { importLedgers } from '../../electron/store/import-ledger-files.ts'
import type { Library } from '../../electron/store/library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { entryOf, type Verdict } from '../../electron/work/import-keeping.ts'
import {
  type Behind,
  beginImport,
  clippingsOf,
  type ImportTarget,
  NOTHING_BEHIND,
  resumeImport,
} from '../../electron/work/import-write.ts'
import type { ReadItem } from '../../electron/work/read-item.ts'
import { sampleArticle, sampleClipping } from '../unit/core/library/samples.ts'

/** What every import of the workload consists of. */
export const IMPORT = { files: 4, itemsPerFile: 3 } as const

/** The items that have been read from a file: reading it is nothing that a crash could harm. */
function itemsOf(id: string, file: string): ReadItem[] {
  return Array.from({ length: IMPORT.itemsPerFile }, (_, index) => {
    const text = `Item ${index} of ${file} of ${id}\n`.repeat(20)
    const bytes = new TextEncoder().encode(text)
    const { id: _article, revision: _revision, ...article } = sampleArticle(0, text)
    const { id: _clipping, ...clipping } = sampleClipping(0, { title: `导入 ${file} ${index}` })
    return {
      key: String(index),
      name: `${file} ${index}`,
      extraction: { clipping, article },
      original: { bytes, sha256: sha256Of(bytes), mediaType: 'text/plain', name: `${file}.txt` },
      assets: [],
      url: undefined,
      isLink: false,
      textDigest: '',
      clippedAt: undefined,
      readAt: undefined,
      starred: false,
      trashed: false,
      note: undefined,
      tags: ['imported'],
      folders: [file],
    }
  })
}

const verdictOn = (item: ReadItem): Verdict => ({
  item,
  outcome: 'imported',
  clipping: uuidIdentifiers.next(systemClock.now()),
})

/**
 * Imports into the library as the app does once the files are read, each file as one part, and goes on with the imports
 * that a kill interrupted. `say` gets `safe ID…` for the clippings of each part that is acknowledged, `resumed`,
 * `imported`, and `failed …`.
 */
export function importsInto(library: Library, say: (line: string) => void) {
  const ports = { library, clock: systemClock, identifiers: uuidIdentifiers }

  async function goOn(id: string, target: ImportTarget, { passed, finished }: Behind): Promise<void> {
    for (let number = 0; number < IMPORT.files; number++) {
      const file = `file-${number}`
      if (finished.has(file)) continue
      const verdicts = itemsOf(id, file)
        .slice(passed.get(file) ?? 0)
        .map(verdictOn)
      const entries: ImportEntry[] = verdicts.map(verdict => entryOf(file, verdict))
      const written = await target.write({ entries, verdicts, finished: [file] })
      if (!written.ok) return say(`failed to import: ${JSON.stringify(written.error)}`)
      say(`safe ${clippingsOf(entries).join(' ')}`)
    }
    const ended = await target.end('done')
    say(ended.ok ? 'imported' : `failed to end the import: ${JSON.stringify(ended.error)}`)
  }

  return {
    async begin(): Promise<void> {
      const id = uuidIdentifiers.next(systemClock.now())
      const begun = await beginImport(ports, {
        line: 'begun',
        id,
        at: new Date(systemClock.now()).toISOString(),
        kind: 'chosen',
        paths: ['/saved'],
        options: { tags: [] },
      })
      if (!begun.ok) return say(`failed to begin an import: ${JSON.stringify(begun.error)}`)
      await goOn(id, begun.value, NOTHING_BEHIND)
    },

    async resumeAll(): Promise<void> {
      const ledgers = importLedgers(library.directory)
      const list = await ledgers.list()
      if (!list.ok) return say(`failed to list the imports: ${JSON.stringify(list.error)}`)
      for (const { id } of list.value.filter(({ state }) => state === 'interrupted')) {
        const ledger = await ledgers.read(id)
        const resumed = ledger.ok ? await resumeImport(ports, ledger.value) : ledger
        if (!resumed.ok) {
          say(`failed to resume an import: ${JSON.stringify(resumed.error)}`)
          continue
        }
        say('resumed')
        await goOn(id, resumed.value.target, resumed.value.behind)
      }
    },
  }
}
