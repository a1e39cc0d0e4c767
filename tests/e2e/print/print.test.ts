import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MENU_WORDS } from '../../../electron/main/menu-words.ts'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { check, pagesOf } from '../pdf/pdf-tools.ts'
import { REFERENCE } from '../reference-article.ts'

const FERRY = `The ferry sails later\n\n${Array.from(
  { length: 6 },
  (_, day) => `On day ${day} the council said that the ferry sails later, for those who work late.`,
).join('\n\n')}\n`

let app: AppUnderTest
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-print-'))
})
afterEach(async () => {
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

const squeezed = (text: string): string => text.replace(/\s+/gu, '')

/** What the printer was given last, as a file, once it was given so many. */
async function printed(count: number): Promise<string> {
  await expect
    .poll(async () => (await app.printer.prints()).length, { timeout: 60_000, interval: 200 })
    .toBe(count)
  const pdf = (await app.printer.prints()).at(-1)?.pdf ?? ''
  const path = join(folder, `${count}.pdf`)
  await writeFile(path, Buffer.from(pdf, 'base64'))
  check(path)
  return path
}

it.each([
  ['en-US', en, MENU_WORDS.en],
  ['zh-CN', zhHans, MENU_WORDS['zh-Hans']],
] as const)(
  'prints the open clipping, or what is selected, as the book that it is, in %s',
  async (language, words, menu) => {
    app = await openApp({ languages: [language] })
    const { window } = app
    await window.getByRole('heading', { level: 1 }).waitFor()
    await app.pasteText(REFERENCE.source)
    await window.getByRole('status').filter({ hasText: words.clip.saved }).waitFor()
    await window.keyboard.press('Escape')

    // One: its pages alone, from the first.
    await window.keyboard.press('Control+p')
    const one = await printed(1)
    const pages = pagesOf(one).map(squeezed)
    expect(pages[0]).toContain(squeezed(REFERENCE.expected.title))
    expect(pages[0]).toContain(`1/${pages.length}`)
    const whole = pages.join('')
    for (const each of REFERENCE.expected.blocks)
      if ('text' in each) expect(whole).toContain(squeezed(each.text).slice(0, 20))
    expect((await app.printer.prints())[0]?.options).toMatchObject({ silent: false, pageSize: 'A4' })

    // Cancelling the dialog is no error, and the next is asked for as before.
    await app.printer.answer(false, 'Print job canceled')
    await window.keyboard.press('Control+p')
    await printed(2)
    await app.printer.answer(false, 'No valid printers available')
    await app.menu.choose(menu.file, menu.print)
    await printed(3)
    await window.getByText(words.exporting.printing.failed).waitFor()
    await window.getByText(words.exporting.printing.failedTodo).waitFor()
    expect(await window.getByText(words.exporting.printing.failed).count()).toBe(1)

    // Several: with cover and contents.
    await app.pasteText(FERRY)
    await window.getByRole('option').nth(1).waitFor()
    await window.getByRole('option').first().click()
    await window.keyboard.press('Control+a')
    await window.getByText(words.reader.selected_other.replace('{{count, number}}', '2')).waitFor()
    await window.keyboard.press('Control+k')
    await window.getByRole('dialog').getByRole('combobox').fill(words.commands.names.print)
    await window.getByRole('dialog').getByRole('option').first().click()
    const two = await printed(4)
    const [cover = '', contents = ''] = pagesOf(two).map(squeezed)
    expect(cover).not.toContain('Onday')
    expect(contents).toContain(squeezed(REFERENCE.expected.title))
    expect(contents).toContain('Theferrysailslater')
    expect(await app.requestsToNetwork()).toEqual([])
  },
)
