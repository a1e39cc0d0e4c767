import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookForLibrary } from '../../../electron/store/find-library.ts'
import { placeOf } from '../../../electron/store/place.ts'
import { opened, scratchFolder } from './scratch-library.ts'

test.each([
  ['OneDrive/Documents/Cuttings', 'OneDrive'],
  ['OneDrive - Harbour Daily/Cuttings', 'OneDrive'],
  ['Library/CloudStorage/OneDrive-Personal/Cuttings', 'OneDrive'],
  ['Library/Mobile Documents/com~apple~CloudDocs/Cuttings', 'iCloud Drive'],
  ['iCloudDrive/Cuttings', 'iCloud Drive'],
  ['Dropbox/Cuttings', 'Dropbox'],
  ['Dropbox (Harbour Daily)/剪报', 'Dropbox'],
  ['Library/CloudStorage/GoogleDrive-ann@example.org/My Drive/Cuttings', 'Google Drive'],
])('%s is in a folder of %s', async (path, service) => {
  const folder = join(await scratchFolder(), ...path.split('/'))
  await mkdir(folder, { recursive: true })
  expect(await placeOf(folder)).toEqual({ kind: 'cloud', service })
})

test.each(['.stfolder', '.stignore'])('a folder with %s above is one of Syncthing', async mark => {
  const root = await scratchFolder()
  await writeFile(join(root, mark), '')
  await mkdir(join(root, 'a', 'Cuttings'), { recursive: true })
  expect(await placeOf(join(root, 'a', 'Cuttings'))).toEqual({ kind: 'cloud', service: 'Syncthing' })
})

test('any other folder is local, and one that is not there is unknown', async () => {
  const root = await scratchFolder()
  expect(await placeOf(root)).toEqual({ kind: 'local' })
  expect(await placeOf(join(root, 'gone'))).toEqual({ kind: 'unknown' })
})

test('what is at a path is told apart without changing it', async () => {
  const root = await scratchFolder()
  expect(await lookForLibrary(join(root, 'gone'))).toBe('missing')
  expect(await lookForLibrary(root)).toBe('empty')
  await writeFile(join(root, '.DS_Store'), '')
  expect(await lookForLibrary(root)).toBe('empty')
  await writeFile(join(root, 'letter.txt'), '')
  expect(await lookForLibrary(root)).toBe('something-else')
  expect(await lookForLibrary(join(root, 'letter.txt'))).toBe('something-else')
  await opened(join(root, 'library'))
  expect(await lookForLibrary(join(root, 'library'))).toBe('library')
})
