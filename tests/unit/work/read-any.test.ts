import { expect, it } from 'vitest'
import { fileInMemory } from '../../../electron/formats/import-file.ts'
import { readAny } from '../../../electron/work/read-any.ts'
import { allOf, fixture } from '../../formats/reading.ts'

it('says of an archive that has nothing to clip that it has none', async () => {
  const archive = await fixture('joplin/notes.jex')
  // The kind of each record is the last line of it: none of them is a note now.
  const bytes = Buffer.from(archive.toString('latin1').replaceAll('type_: 1', 'type_: 9'), 'latin1')
  const reads = await allOf(readAny(fileInMemory('notes.jex', bytes)))
  expect(reads).toMatchObject([{ ok: false, error: { key: '', reason: 'no-text' } }])
})
