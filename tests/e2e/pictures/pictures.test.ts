import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'

let app: AppUnderTest | undefined

afterEach(async () => {
  await app?.remove()
  app = undefined
})

/** One grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
const LINES = Array.from(
  { length: 6 },
  (_, index) =>
    `On day ${index} the council said that the ferry sails later in the evening, for those who work late.`,
)

/** The app with an article that has a picture, which is shown. */
async function openedAtPicture(language?: string) {
  app = await openApp(language === undefined ? {} : { languages: [language] })
  const { window } = app
  await window.getByRole('heading', { level: 1 }).waitFor()
  const paragraphs = LINES.map(line => `<p>${line}</p>`).join('')
  await app.pasteHtml({
    text: `The ferry sails later\n\n${LINES.join('\n\n')}\n`,
    html: `<h1>The ferry sails later</h1><img alt="The ferry" src="data:image/png;base64,${PIXEL}">${paragraphs}`,
  })
  const picture = window.locator('article img[alt="The ferry"]')
  await picture.waitFor()
  return { app, window, picture }
}

it('of an article are shown from the library, by their name alone and as pictures alone', async () => {
  const { app, window, picture } = await openedAtPicture()
  await expect
    .poll(() => picture.evaluate(image => (image instanceof HTMLImageElement ? image.naturalWidth : -1)))
    .toBe(1)
  const address = (await picture.getAttribute('src')) ?? ''
  expect(address).toMatch(/^\/asset\/[0-9a-f]{64}$/)
  const answers = await window.evaluate(async path => {
    const widthOf = (src: string) =>
      new Promise<number>(resolve => {
        const image = new Image()
        image.onload = () => resolve(image.naturalWidth)
        image.onerror = () => resolve(-1)
        image.src = src
      })
    const other = path.replace(/.$/, last => (last === '0' ? '1' : '0'))
    return Promise.all([path, other, `${path}.png`, '/asset/../index.html'].map(widthOf))
  }, address)
  expect(answers).toEqual([1, -1, -1, -1])
  expect(await app.requestsToNetwork()).toEqual([])
})

it.each([
  ['en-US', en],
  ['zh-CN', zhHans],
] as const)('are exported beside the one file that all articles are in, in %s', async (language, words) => {
  const { app, window } = await openedAtPicture(language)
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-pictures-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { exporting } = words
  await window.keyboard.press('Control+4')
  await window.getByRole('radio', { name: exporting.formats['markdown-file'], checked: true }).waitFor()
  await window.getByRole('radio', { name: exporting.picturesOf.beside, checked: true }).waitFor()
  await window.getByText(exporting.picturesBesideFile).waitFor()
  // In one file Hugo would not find them.
  await window.getByRole('radio', { name: exporting.flavours.hugo }).click({ force: true })
  await window.getByRole('radio', { name: exporting.picturesOf.none, checked: true }).waitFor()
  expect(await window.getByRole('radio', { name: exporting.picturesOf.beside }).count()).toBe(0)
  await window.getByRole('radio', { name: exporting.flavours.commonmark }).click({ force: true })
  await window.getByRole('radio', { name: exporting.picturesOf.beside, checked: true }).waitFor()
  const preview = window.getByRole('region', { name: exporting.textPreview })
  await preview.getByText(/!\[The ferry\]\(.+%20files\/[\da-f]{64}\.png\)/u).waitFor()

  const path = join(folder, '渡轮 ferry.md')
  await app.dialogs.answerSave(path)
  await window.keyboard.press('Control+Enter')
  await window.getByRole('button', { name: exporting.reveal }).waitFor()
  const [picture = ''] = (await readdir(join(folder, '渡轮 ferry files'))).filter(name =>
    name.endsWith('.png'),
  )
  expect(await readFile(path, 'utf8')).toContain(`![The ferry](渡轮%20ferry%20files/${picture})`)
  const bytes = await readFile(join(folder, '渡轮 ferry files', picture))
  expect(bytes.toString('base64')).toBe(PIXEL)
  expect((await readdir(folder)).toSorted()).toEqual(['渡轮 ferry files', '渡轮 ferry.md'])
})
