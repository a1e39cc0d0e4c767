import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MENU_WORDS } from '../../../electron/main/menu-words.ts'
import { openReleases, releasesPage } from '../../../electron/main/releases-page.ts'
import { scratchFolder } from '../store/scratch-library.ts'

it.each([
  ['{"releases":"https://coast.example/cuttings/releases"}', 'https://coast.example/cuttings/releases'],
  ['{}', undefined],
  ['{"releases":"http://coast.example/"}', undefined],
  ['{"releases":"javascript:alert(1)"}', undefined],
  ['{"releases":"file:///etc/passwd"}', undefined],
  ['{"releases":7}', undefined],
  ['no JSON', undefined],
])('the page of new versions is the https address of package.json: %s', async (text, page) => {
  const folder = await scratchFolder()
  await writeFile(join(folder, 'package.json'), text)
  expect(await releasesPage(folder)).toBe(page)
})

it('is nowhere without a package.json', async () => {
  expect(await releasesPage(join(await scratchFolder(), 'none'))).toBeUndefined()
})

it.each([
  [0, ['https://coast.example/releases']],
  [1, []],
])('is opened only after its whole address was shown, on the answer %i', async (button, opened) => {
  const did: string[] = []
  const details: (string | undefined)[] = []
  await openReleases('https://coast.example/releases', MENU_WORDS.en, {
    ask: async ({ detail }) => {
      details.push(detail)
      return button
    },
    open: async address => {
      did.push(address)
    },
  })
  expect(details).toEqual(['https://coast.example/releases'])
  expect(did).toEqual(opened)
})
