import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOnDisk } from '../../../electron/formats/import-file.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-file-'))
  await mkdir(join(folder, 'root/inner/pictures'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'root/above.txt'), 'above')
  await writeFile(join(folder, 'root/inner/page.html'), '0123456789')
  await writeFile(join(folder, 'root/inner/pictures/a.txt'), 'picture')
  if (process.platform !== 'win32')
    await symlink(join(folder, 'secret.txt'), join(folder, 'root/inner/link.txt'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const page = (root?: string) =>
  fileOnDisk(join(folder, 'root/inner/page.html'), root === undefined ? undefined : join(folder, root))
const words = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes)

describe('a file on the disk', () => {
  it('gives its bytes, in part and one after another', async () => {
    const file = await page()
    expect([file.name, file.size, words(await file.bytes())]).toEqual(['page.html', 10, '0123456789'])
    expect(words(await file.slice(2, 4))).toBe('23')
    expect(words(await file.slice(8, 40))).toBe('89')
    expect(words(await file.slice(20, 40))).toBe('')
    const pieces: Uint8Array[] = []
    for await (const piece of file.stream()) pieces.push(piece)
    expect(words(Buffer.concat(pieces))).toBe('0123456789')
  })

  it('gives files beside it', async () => {
    expect(words(await (await page()).beside('pictures/a.txt'))).toBe('picture')
    expect(await (await page()).beside('pictures')).toBeUndefined()
    expect(await (await page()).beside('none.txt')).toBeUndefined()
  })

  it('gives none from outside of its folder, by no way', async () => {
    const file = await page()
    for (const way of [
      '../above.txt',
      'pictures/../../above.txt',
      'link.txt',
      join(folder, 'secret.txt'),
      '..\\above.txt',
      'C:/x',
      '',
    ])
      expect(await file.beside(way)).toBeUndefined()
  })

  it('gives those of the folder that is imported, and no others', async () => {
    const file = await page('root')
    expect(file.folders).toEqual(['inner'])
    expect(words(await file.beside('../above.txt'))).toBe('above')
    expect(await file.beside('../../secret.txt')).toBeUndefined()
    expect(await file.beside('link.txt')).toBeUndefined()
  })

  it('rejects with the reason of the disk', async () => {
    await expect(fileOnDisk(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
