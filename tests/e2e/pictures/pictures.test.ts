import { afterEach, expect, it } from 'vitest'
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

it('of an article are shown from the library, by their name alone and as pictures alone', async () => {
  app = await openApp()
  const { window } = app
  await window.getByRole('heading', { level: 1 }).waitFor()
  const paragraphs = LINES.map(line => `<p>${line}</p>`).join('')
  await app.pasteHtml({
    text: `The ferry sails later\n\n${LINES.join('\n\n')}\n`,
    html: `<h1>The ferry sails later</h1><img alt="The ferry" src="data:image/png;base64,${PIXEL}">${paragraphs}`,
  })
  const picture = window.locator('article img[alt="The ferry"]')
  await picture.waitFor()
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
