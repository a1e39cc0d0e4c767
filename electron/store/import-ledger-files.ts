import { join } from 'node:path'
import type { ImportSummary } from '../core/model/import-ledger.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type DurableFiles, durableFiles } from './durable-files.ts'
import { type FileSystem, nodeFileSystem, type OpenFile } from './file-system.ts'
import { encodeLedgerLine, type Ledger, type LedgerLine, readLedgerBytes } from './import-ledger.ts'
import { IMPORTS_FOLDER, ledgerPath } from './paths.ts'
import { damaged, type StoreFailure, writeFailure } from './store-failure.ts'

const NAME = /^([0-9a-f-]{36})\.jsonl$/

/** The ids of all imports of a library, the newest first: a UUIDv7 begins with its time. */
async function importIds(files: DurableFiles): Promise<Result<string[], StoreFailure>> {
  const names = await files.list(IMPORTS_FOLDER)
  return names.ok ? ok(names.value.flatMap(name => NAME.exec(name)?.[1] ?? []).reverse()) : names
}

async function read(files: DurableFiles, id: string): Promise<Result<Ledger, StoreFailure>> {
  const bytes = await files.read(ledgerPath(id))
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return fail({ code: 'not-found', message: `${ledgerPath(id)} is missing` })
  const ledger = await readLedgerBytes(bytes.value)
  return ledger === undefined ? fail(damaged(`${ledgerPath(id)} is not readable`)) : ok(ledger)
}

/** Paths of ledgers with lines that are not as they were written. */
export async function damagedLedgers(files: DurableFiles): Promise<string[]> {
  const found: string[] = []
  const ids = await importIds(files)
  for (const id of ids.ok ? ids.value : []) {
    const ledger = await read(files, id)
    if (!ledger.ok || ledger.value.damaged > 0) found.push(ledgerPath(id))
  }
  return found
}

/** A ledger that is being written. */
export interface OpenLedger {
  /** Resolves `ok` when the lines are on the disk, together. */
  append(lines: readonly LedgerLine[]): Promise<Result<undefined, StoreFailure>>
  close(): Promise<void>
}

/** The ledgers of the library in a folder, for the process that has the library open. */
export function importLedgers(directory: string, fileSystem: FileSystem = nodeFileSystem) {
  const files = durableFiles(fileSystem, directory)
  const at = (id: string): string => join(directory, ...ledgerPath(id).split('/'))

  function opened(handle: OpenFile, id: string): OpenLedger {
    return {
      async append(lines) {
        try {
          await handle.append(Buffer.from(lines.map(encodeLedgerLine).join('')))
          await handle.fdatasync()
          return ok(undefined)
        } catch (error) {
          return fail(writeFailure(error, `writing ${ledgerPath(id)}`))
        }
      },
      close: () => handle.close(),
    }
  }

  return {
    /** Starts a ledger. */
    async begin(head: Extract<LedgerLine, { line: 'begun' }>): Promise<Result<OpenLedger, StoreFailure>> {
      // A ledger without its first line could never be read.
      const begun = await files.replace(ledgerPath(head.id), Buffer.from(encodeLedgerLine(head)))
      if (!begun.ok) return begun
      try {
        return ok(opened(await fileSystem.open(at(head.id), 'append'), head.id))
      } catch (error) {
        return fail(writeFailure(error, `writing ${ledgerPath(head.id)}`))
      }
    },
    /** Goes on with a ledger that was read; what a crash left of a last line is cut off. */
    async goOn({ head: { id }, intact }: Ledger): Promise<Result<OpenLedger, StoreFailure>> {
      try {
        await fileSystem.truncate(at(id), intact)
        return ok(opened(await fileSystem.open(at(id), 'append'), id))
      } catch (error) {
        return fail(writeFailure(error, `writing ${ledgerPath(id)}`))
      }
    },
    read: (id: string) => read(files, id),
    ids: () => importIds(files),
    /** What all ledgers say, the newest first; one that cannot be read is left out. */
    async list(): Promise<Result<ImportSummary[], StoreFailure>> {
      const ids = await importIds(files)
      if (!ids.ok) return ids
      const summaries: ImportSummary[] = []
      for (const id of ids.value) {
        const ledger = await read(files, id)
        if (ledger.ok) summaries.push(ledger.value.summary)
      }
      return ok(summaries)
    },
  }
}
