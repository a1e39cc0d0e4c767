import { expect, test } from 'vitest'
import type { LedgerHead } from '../../../electron/store/import-ledger.ts'
import { importLedgers } from '../../../electron/store/import-ledger-files.ts'
import { sampleId } from '../core/library/samples.ts'
import { MemoryDisk } from './memory-disk.ts'

const head: LedgerHead = {
  line: 'begun',
  id: sampleId(1),
  at: '2025-07-20T08:00:00.000Z',
  kind: 'chosen',
  paths: ['/saved'],
  options: { tags: [] },
}

test('a ledger is there with its first line or not at all, wherever its process is killed', async () => {
  const disk = new MemoryDisk()
  disk.put('/library/library.json', new Uint8Array())
  const killed: MemoryDisk[] = []
  disk.onStep = () => killed.push(disk.copy())
  expect(await importLedgers('/library', disk.fileSystem).begin(head)).toMatchObject({ ok: true })
  let begun = 0
  for (const { fileSystem } of killed) {
    const ledgers = importLedgers('/library', fileSystem)
    const ids = await ledgers.ids()
    for (const id of ids.ok ? ids.value : []) {
      begun++
      expect(await ledgers.read(id)).toMatchObject({ ok: true, value: { head, damaged: 0 } })
    }
  }
  expect(begun).toBeGreaterThan(0)
  expect(killed.length).toBeGreaterThan(begun)
})
