import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importScene } from './import-scene.ts'

const NOTES = join(import.meta.dirname, '../../formats/notes')

describe('an import of a vault', () => {
  it('puts each note into the collection of its folder, with its pictures', async () => {
    const { from, run, library } = await importScene()
    await cp(join(NOTES, 'vault'), from, { recursive: true })
    const { entries } = await run({ paths: [from] })
    const clipped = entries.filter(({ outcome }) => outcome === 'imported')
    expect(clipped).toHaveLength(4)
    expect(entries).toHaveLength(clipped.length)
    const note = clipped.find(({ file }) => file.endsWith('Harbour ferries return.md'))
    const clipping = library.state.clippings.get(note?.clipping ?? '')
    const names = clipping?.collections.map(id => library.state.collections.get(id)?.name)
    expect(names).toEqual(['Clippings'])
    expect(clipping?.title).toBe('Harbour ferries return: the winter timetable')
  })
})
