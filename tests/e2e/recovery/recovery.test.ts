import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { anyOf } from '../library/care-window.ts'
import { clippingsInJournal } from '../library-on-disk.ts'
import { seriousViolations } from '../serious-violations.ts'

/** In the title, the text, a tag, a note, a query, a path, a file and the settings: none of it may be told of. */
const MARKER = 'Wrzesniewski'
const MARKER_ZH = '魏紫瑶'
const TITLE = `${MARKER} 谈渡轮`
const TEXT = `${TITLE}
记者 ${MARKER_ZH}
2026-03-12 07:40

青桥市交通局局长 ${MARKER_ZH} 3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟。
`

const NOTICES = 300

let first: AppUnderTest
let second: AppUnderTest | undefined
let third: AppUnderTest | undefined
let window: Page

beforeAll(async () => {
  first = await openApp({ languages: ['zh-CN'] })
  window = first.window
})
afterAll(async () => {
  await third?.remove()
  await second?.remove()
  await first?.remove()
})

const log = async (): Promise<string> =>
  readFile(join(first.folders.userData, 'logs', 'cuttings.log'), 'utf8')

it('opens the window again where it was when its process ends, with the note that was being written', async () => {
  await first.pasteText(TEXT)
  const { notice } = zhHans.shell
  await window.locator('article h1').getByText(TITLE, { exact: true }).waitFor()
  await window.keyboard.press('Escape')
  await window.getByRole('option').filter({ hasText: TITLE }).click()
  const words = window.getByRole('article').getByText('渡轮时刻表自周日起调整')
  await words.dblclick({ position: { x: 60, y: 10 } })
  const bar = window.getByRole('toolbar', { name: zhHans.highlights.bar })
  await bar.getByRole('button', { name: zhHans.highlights.colour.green }).click()
  await window.locator('mark[data-highlight]').click()
  const card = (page: Page) => page.getByRole('dialog', { name: zhHans.highlights.title })
  await card(window).getByRole('textbox').pressSequentially(`${MARKER} 核对`)
  const address = new URL(window.url()).hash

  window = await first.crashPage()
  await window.getByText(notice['window-reopened'].what).waitFor()
  expect(new URL(window.url()).hash).toBe(address)
  await window.locator('article h1').getByText(TITLE, { exact: true }).waitFor()
  await window.locator('mark[data-highlight]').click()
  await expect.poll(() => card(window).getByRole('textbox').inputValue()).toBe(`${MARKER} 核对`)
  await window.keyboard.press('Escape')
  await expect.poll(() => window.locator(`mark[title="${MARKER} 核对"]`).count()).toBe(1)
  // Said once: what opens later has nothing to say.
  await window.reload()
  await window.locator('article h1').getByText(TITLE, { exact: true }).waitFor()
  expect(await window.getByText(notice['window-reopened'].what).count()).toBe(0)
})

it('asks when the window fails again and again, and opens it on the answer', async () => {
  await first.dialogs.answerMessage(0)
  for (let times = 0; times < 3; times += 1) {
    window = await first.crashPage()
    await window.getByText(zhHans.shell.notice['window-reopened'].what).waitFor()
  }
  const lines = (await log()).split('\n').filter(line => line.includes('window-gone'))
  expect(lines.map(line => JSON.parse(line).answer)).toEqual(['reloaded', 'reloaded', 'reloaded', 'asked'])
})

it('ends with a code where nobody foresaw what happened, and gives the library back', async () => {
  // Failures with names in them, for the log to leave out.
  const folder = join(first.folders.userData, MARKER)
  await mkdir(folder)
  await writeFile(join(folder, `${MARKER}.pdf`), `%PDF-1.7 ${MARKER}`)
  await window.evaluate(
    async ([path, name]) => {
      const { cuttings } = globalThis as unknown as Pick<Window, 'cuttings'>
      await cuttings.request('tag:create', { name: `${name}/` })
      await cuttings.request('tag:rename', { name, to: '' })
      await cuttings.request('library:open', { path: `${path}/${name}` })
      await cuttings.request('import:start', { paths: [path] })
    },
    [folder, MARKER] as const,
  )
  await expect.poll(log).toContain('"event":"import-ended"')
  expect(await first.throwInMain()).toBe(70)
  expect(await readdir(first.libraryDir)).not.toContain('lock')
  const bugs = (await log()).split('\n').filter(line => line.includes('"event":"bug"'))
  expect(JSON.parse(bugs.at(-1) ?? '')).toMatchObject({ where: 'main', kind: 'TypeError' })
})

it('starts with damaged settings, says so, and has all that was saved', async () => {
  const { userData } = first.folders
  const damaged = `{ "language": "en", "watchedFolder": "/${MARKER}`
  await writeFile(join(userData, 'settings.json'), damaged)
  second = await openApp({ languages: ['en-GB'], folders: first.folders })
  window = second.window
  const { notice, repaired } = en.shell
  await window.getByText(notice['settings-damaged'].what).waitFor()
  expect(await window.getByText(repaired['stale-lock-taken']).count()).toBe(0)
  const aside = (await readdir(userData)).find(name => name.startsWith('settings.json.damaged-')) ?? ''
  expect(await readFile(join(userData, aside), 'utf8')).toBe(damaged)
  await window.getByRole('option').filter({ hasText: TITLE }).waitFor()
})

it('shows the diagnostics that it copies, and in them and in the log is nothing of what was clipped', async () => {
  if (second === undefined) throw new Error('the app did not start again')
  await second.menu.choose('Help', 'Diagnostics…')
  const dialog = window.getByRole('dialog', { name: en.diagnostics.title })
  const text = (await dialog.locator('pre').textContent()) ?? ''
  expect(text).toMatch(/^Cuttings 0\.1\.0\nsystem \w+ \w+ [\d.]+\n/)
  expect(text).toContain('clippings 1, tags ')
  expect(text).toContain('profile-file file=settings state=damaged')
  expect(await seriousViolations(window)).toEqual([])
  await window.keyboard.press('Enter')
  await expect.poll(async () => (await second?.readClipboard())?.['text/plain']).toBe(text)
  await dialog.waitFor({ state: 'detached' })
  for (const told of [text, await log()])
    expect([
      MARKER,
      MARKER_ZH,
      '渡轮',
      first.folders.documents,
      'thrown by a test',
      'settings.json',
    ]).toSatisfy((words: string[]) => words.every(word => !told.includes(word)))
  await window.keyboard.press('Control+K')
  await window.keyboard.type('diagnostics')
  const found = window.getByRole('dialog').getByRole('option').first()
  await expect.poll(() => found.textContent()).toContain(en.commands.names['show-diagnostics'])
  await window.keyboard.press('Enter')
  await dialog.waitFor()
})

it('goes on with an import in the middle of which the whole app was killed', async () => {
  if (second === undefined) throw new Error('the app did not start again')
  const { importing, shell } = en
  const folder = join(first.folders.userData, 'notices')
  await mkdir(folder)
  const words = (page: number) =>
    Array.from({ length: 60 }, (_, at) => ((page * 7919 + at * 104729) % 99991).toString(36)).join(' ')
  for (let page = 0; page < NOTICES; page += 1)
    await writeFile(join(folder, `${page}.txt`), `Notice ${page} of the harbour office\n\n${words(page)}.\n`)
  await window.keyboard.press('Escape')
  await second.dropFiles([folder])
  await window.getByText(importing.planned, { exact: true }).waitFor()
  await window.keyboard.press('Control+Enter')
  await window.getByText(importing.running, { exact: true }).waitFor()
  await second.kill9()
  const safe = (await clippingsInJournal(first.libraryDir)).size

  third = await openApp({ languages: ['en-GB'], folders: first.folders })
  window = third.window
  await window.getByText(shell.repaired['stale-lock-taken']).waitFor()
  await window.getByText(importing.interruptedBefore).waitFor()
  await window.getByRole('button', { name: importing.resume, exact: true }).click()
  // A slow disk takes its time for so many.
  await expect
    .poll(async () => (await clippingsInJournal(first.libraryDir)).size, { timeout: 90_000, interval: 200 })
    .toBe(NOTICES + 1)
  await window.getByText(anyOf(importing.done_other)).first().waitFor()
  expect(safe).toBeLessThan(NOTICES + 1)
}, 240_000)
