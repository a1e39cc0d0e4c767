import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { verify } from '../../../electron/store/verify.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const VERSION_1 = join(import.meta.dirname, '../../libraries/v1')

async function copyOfVersion1(): Promise<string> {
  const folder = await scratchFolder()
  await cp(VERSION_1, folder, { recursive: true })
  return folder
}

describe('a library of schema version 1', () => {
  test('opens as version 2 with everything that it held', async () => {
    const folder = await copyOfVersion1()
    const library = await opened(folder)
    expect(library.repairs).toEqual(['migrated'])
    const clippings = [...library.state.clippings.values()].sort((a, b) =>
      a.clippedAt < b.clippedAt ? -1 : 1,
    )
    const [strike, ferry, empty] = clippings
    expect(strike).toMatchObject({
      title: '港口罢工进入第三周',
      bylines: ['林晓'],
      source: { name: '海岸日报' },
      sources: [{ name: '海岸日报' }],
      url: 'https://coast.example/strike',
      published: {
        edtf: '2024-11-05T08:30:00+08:00',
        origin: 'file',
        evidence: '2024-11-05T08:30:00.000+08:00',
      },
      clippedAt: '2024-11-05T02:14:09.120Z',
      tags: ['劳工/罢工', '港口'],
      note: '核实货轮数字',
      starred: true,
    })
    expect(ferry).toMatchObject({
      published: 'not-looked-for',
      note: 'publishedAt: November 2024',
      tags: ['ports'],
    })
    expect(empty).toMatchObject({ title: '', length: 0, published: 'not-looked-for' })
    expect([...library.state.tags.keys()].sort()).toEqual(['ports', '劳工/罢工', '港口'])
    if (strike === undefined) throw new Error('the first clipping is missing')
    const article = got(await library.readArticle(strike))
    expect(article.body.children.map(({ children }) => children)).toEqual([
      [{ type: 'text', value: '码头工人周一投票决定继续罢工。' }],
      [{ type: 'text', value: '船公司说,已有十二艘货轮改道。' }],
    ])
    const [original] = strike.originals
    const text = new TextDecoder().decode(got(await library.readOriginal(original?.sha256 ?? '')))
    expect(text).toBe('码头工人周一投票决定继续罢工。\n\n船公司说,已有十二艘货轮改道。')
    expect(library.history.undo).toBeUndefined()
  })

  test('keeps the old file, opens normally from then on, and verifies', async () => {
    const folder = await copyOfVersion1()
    await (await opened(folder)).close()
    const again = await opened(folder)
    expect(again.repairs).toEqual([])
    expect(again.state.clippings.size).toBe(3)
    const [backup = ''] = await readdir(join(folder, 'backups'))
    expect(await readFile(join(folder, 'backups', backup, 'library.json'), 'utf8')).toBe(
      await readFile(join(VERSION_1, 'library.json'), 'utf8'),
    )
    expect(await verify(folder)).toMatchObject({ ok: true, unreferenced: [], checked: { clippings: 3 } })
  })

  test('stays version 1 until the migration is complete, wherever the disk fails', async () => {
    const { fileSystem, count } = failingFileSystem({ at: Number.POSITIVE_INFINITY, code: 'EIO' })
    await openLibrary(await copyOfVersion1(), { ...samplePorts(), fileSystem })
    const operations = count()
    expect(operations).toBeGreaterThan(40)
    const migrateWithFailure = async (at: number) => {
      const folder = await copyOfVersion1()
      const disk = failingFileSystem({ at, code: 'EIO' })
      const broken = await openLibrary(folder, { ...samplePorts(), fileSystem: disk.fileSystem })
      if (broken.ok) await broken.value.close()
      const library = await opened(folder)
      expect(library.state.clippings.size, `after a failure of operation ${at}`).toBe(3)
      await library.close()
      expect((await verify(folder)).problems, `after a failure of operation ${at}`).toEqual([])
      return broken.ok
    }
    const outcomes = await Promise.all(Array.from({ length: operations }, (_, at) => migrateWithFailure(at)))
    expect(outcomes.filter(opens => !opens).length).toBeGreaterThan(40)
  }, 20_000)
})

test('a library of a newer schema version is not opened, and not touched', async () => {
  const folder = await scratchFolder()
  await cp(VERSION_1, folder, { recursive: true })
  await writeFile(join(folder, 'library.json'), '{"schemaVersion": 3}')
  expect(await openLibrary(folder, samplePorts())).toMatchObject({
    ok: false,
    error: { code: 'library-newer' },
  })
  expect(await readdir(folder)).toEqual(['library.json'])
})
