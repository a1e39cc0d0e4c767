import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { type AppUnderTest, openApp, ROOT } from '../app.ts'
import { BRIDGE, BRIDGE_TITLE } from '../import/mixed-folder.ts'
import { FERRY, FERRY_TITLE, seriousInBothThemes } from '../library/care-window.ts'
import { clippingsInJournal } from '../library-on-disk.ts'

const FIGURES = join(ROOT, 'tests/articles/harvest-figures/source.html')
const FIGURES_TITLE = 'Apple harvest falls for the third year'

let app: AppUnderTest
let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-open-'))
  app = await openApp({ args: [FIGURES] })
  await app.window.setViewportSize({ width: 1440, height: 900 })
})
afterAll(async () => {
  await app?.remove()
  await rm(parent, { recursive: true, force: true })
})

const swingBridge = () => join(parent, 'swing bridge.html')
const heading = (name: string) => app.window.getByRole('heading', { level: 1, name })
const titles = async () => [...(await clippingsInJournal(app.libraryDir)).values()].map(({ title }) => title)

it('clips the file that it is started with, and shows its table with the names of its columns', async () => {
  const { window } = app
  await heading(FIGURES_TITLE).waitFor()
  expect(await titles()).toEqual([FIGURES_TITLE])
  const harvest = window.getByRole('table', { name: /Harvest by variety/ })
  const tons = harvest.getByRole('columnheader', { name: 'Tons' })
  await tons.waitFor()
  expect(await harvest.getByRole('row').count()).toBe(5)
  expect(await tons.getAttribute('colspan')).toBe('2')
  expect(await window.getByRole('region', { name: /Harvest by variety/ }).count()).toBe(0)
  expect(await seriousInBothThemes(app)).toEqual([])
})

it('clips the files of each further start in the window that is open', async () => {
  await writeFile(swingBridge(), BRIDGE)
  // Linux's file managers give addresses.
  await app.startAgain([pathToFileURL(swingBridge()).href])
  await heading(BRIDGE_TITLE).waitFor()

  const text = join(parent, '渡轮.txt')
  await writeFile(text, FERRY)
  await app.startAgain([text, FIGURES])
  await expect.poll(titles).toEqual([FIGURES_TITLE, BRIDGE_TITLE, FERRY_TITLE])
  await heading(FERRY_TITLE).waitFor()
})

const SAT = 'The committee sat until the ferry had left, and nobody remembers what was said.'
/** What takes so long to read that one can go elsewhere meanwhile. */
const sitting = (title: string) =>
  `<title>${title}</title><article><h1>${title}</h1>${`<p>${SAT}</p>\n`.repeat(12_000)}</article>`

it.each([
  [
    'a file',
    async (title: string) => {
      const long = join(parent, 'long.html')
      await writeFile(long, sitting(title))
      await app.dropFiles([long])
    },
  ],
  ['a paste', (title: string) => app.pasteHtml({ text: title, html: sitting(title) })],
])(
  'leaves who reads something else while %s is read where they are, and offers what was clipped',
  async (what, take) => {
    const { window } = app
    const title = `A very long sitting about ${what}`
    // To have been the last that was opened by itself does not make it a place where one waits.
    await app.startAgain([swingBridge()])
    await heading(BRIDGE_TITLE).waitFor()
    await window.getByRole('option', { name: new RegExp(FIGURES_TITLE) }).click()
    await heading(FIGURES_TITLE).waitFor()
    await take(title)
    await window.getByRole('option', { name: new RegExp(BRIDGE_TITLE) }).click()
    await heading(BRIDGE_TITLE).waitFor()
    const offer = window.getByRole('button', { name: en.importing.openClipping })
    await offer.waitFor()
    await window.getByRole('option').filter({ hasText: title }).waitFor()
    expect(await heading(BRIDGE_TITLE).isVisible()).toBe(true)
    await offer.click()
    await window.getByRole('article').getByText(title).first().waitFor()
    await offer.waitFor({ state: 'detached' })
  },
)

it('scrolls a table that is wider than the page by keyboard', async () => {
  const { window } = app
  const cells = (tag: string) =>
    Array.from({ length: 14 }, (_, at) => `<${tag}>Harbour ${at}</${tag}>`).join('')
  const wide = join(parent, 'wide.html')
  await writeFile(
    wide,
    BRIDGE.replace(
      '</article>',
      `<table><caption>Berths</caption><tr>${cells('th')}</tr><tr>${cells('td')}</tr></table></article>`,
    ),
  )
  await app.startAgain([wide])
  const region = window.getByRole('region', { name: 'Berths' })
  await region.focus()
  await window.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate(element => element.scrollLeft)).toBeGreaterThan(0)
  expect(await region.evaluate(element => element === document.activeElement)).toBe(true)
  expect(await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  )
  expect(await seriousInBothThemes(app)).toEqual([])
})

it('opens the clipping that an address of the app leads to, and says where it leads to none', async () => {
  const [id = ''] = [...(await clippingsInJournal(app.libraryDir)).keys()]
  await app.startAgain([`cuttings://clipping/${id}`])
  await heading(FIGURES_TITLE).waitFor()
  await expect.poll(() => app.window.evaluate(() => document.activeElement?.id)).toBe('reader')
  const before = await titles()
  await app.startAgain([`cuttings://clipping/${id.slice(0, -4)}ffff`])
  await app.window.getByText(en.shell.linkUnknown).waitFor()
  expect(await seriousInBothThemes(app)).toEqual([])
  await app.startAgain(['cuttings://settings/../../import?path=/etc/passwd'])
  await app.window.getByText(en.shell.linkUnknownDetail).first().waitFor()
  expect(await titles()).toEqual(before)
})

it('says that a file is not there', async () => {
  const before = await titles()
  await app.startAgain([join(parent, 'gone.html')])
  await app.window.getByText(en.importing.shown).waitFor()
  expect(await titles()).toEqual(before)
})
