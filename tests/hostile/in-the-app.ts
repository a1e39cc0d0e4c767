import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { en } from '../../renderer/i18n/en/index.ts'
import { type AppUnderTest, isLocal } from '../e2e/app.ts'
import { clippingsInJournal } from '../e2e/library-on-disk.ts'
import { pageOf, paragraph, statedBy, titleOf } from './hostile-pages.ts'
import { listen } from './listener.ts'
import { actionsIn, openExports } from './opened-exports.ts'
import type { Vector } from './vectors.ts'
import { watch } from './watch.ts'

/** How many vectors went through a sink, and what ran or was asked for: nothing, or a promise is broken. */
export interface Shown {
  readonly through: Readonly<Record<string, number>>
  readonly ran: readonly string[]
  readonly asked: readonly string[]
}

/** The app's own requests; under the Chromium runtime its schemes are hosts of the reserved domain. */
const isTheAppsOwn = (url: string): boolean => isLocal(url) || /^https:\/\/[\w.-]+\.invalid\//u.test(url)

/** What a scene of the run needs. */
interface Run {
  readonly app: AppUnderTest
  readonly vectors: readonly Vector[]
  readonly folder: string
  readonly say: (what: string) => void
}

const heading = (app: AppUnderTest) => app.window.locator('article h1').first()

async function paste({ app, vectors }: Run): Promise<number> {
  const { window } = app
  for (const [at, vector] of vectors.entries()) {
    const html = pageOf(vector, at).replaceAll('Quay', 'Pasted quay')
    const text = `Pasted ${titleOf(at).toLowerCase()}\n\n${paragraph(at, 3)}\n\n${paragraph(at, 5)}\n`
    await app.pasteHtml({ text, html })
    const deadline = Date.now() + 20_000
    while ((await clippingsInJournal(app.libraryDir)).size <= at) {
      if (Date.now() > deadline) throw new Error(`${vector.name} is not clipped`)
      await window.waitForTimeout(20)
    }
    await heading(app).waitFor()
    await window.mouse.click(900, 400)
    await window.keyboard.press('Escape')
  }
  return vectors.length
}

async function open({ app, vectors, folder }: Run): Promise<number> {
  const pages = join(folder, 'pages')
  await mkdir(pages)
  for (const [at, vector] of vectors.entries())
    await writeFile(join(pages, `${String(at).padStart(4, '0')}.html`), pageOf(vector, at))
  await writeFile(join(pages, 'wallabag.json'), statedBy(vectors))
  await app.dropFiles([pages])
  const { window } = app
  await window.getByText(en.importing.planned, { exact: true }).waitFor({ timeout: 600_000 })
  await window.keyboard.press('Control+Enter')
  await window.getByRole('button', { name: en.importing.undo, exact: true }).waitFor({ timeout: 600_000 })
  // The ledger is a list of titles, too.
  await window.getByRole('option').first().click()
  await window.keyboard.press('End')
  return vectors.length
}

/** Whether the line at this place of the list, from 1 on, is the chosen one and the reader has its clipping. */
const isReading = ({ window }: AppUnderTest, place: number, timeout: number): Promise<boolean> =>
  window
    .waitForFunction(
      wanted => {
        const list = document.querySelector('[role=listbox]')
        const chosen = document.getElementById(list?.getAttribute('aria-activedescendant') ?? '')
        const title = document.querySelector('article h1')?.textContent
        return (
          chosen?.getAttribute('aria-posinset') === String(wanted) &&
          title !== undefined &&
          title !== null &&
          chosen.textContent.includes(title)
        )
      },
      place,
      { timeout },
    )
    .then(
      () => true,
      () => false,
    )

/**
 * Goes to the line at this place of so many. What a page was pressed and clicked to do may have moved the focus, or have led
 * elsewhere by a link of our own: then the key that goes on is pressed again, in the list of all.
 */
async function goTo(app: AppUnderTest, place: number, total: number): Promise<void> {
  const { window } = app
  const list = window.getByRole('listbox', { name: en.timeline.list })
  for (let attempt = 0; attempt < 6; attempt += 1) {
    if (await isReading(app, place, 10_000)) return
    const lines = window.getByRole('option').first()
    const isWhole = (await list.count()) > 0 && (await lines.getAttribute('aria-setsize')) === String(total)
    if (!isWhole) await window.getByRole('link', { name: en.shell.all }).first().click()
    await list.focus()
    const chosen = window.locator(`[id="${await list.getAttribute('aria-activedescendant')}"]`)
    const at = (await chosen.count()) === 0 ? Number.NaN : Number(await chosen.getAttribute('aria-posinset'))
    if (Number.isNaN(at)) await window.keyboard.press('Home')
    for (let step = at; step < place; step += 1) await window.keyboard.press('ArrowDown')
    for (let step = at; step > place; step -= 1) await window.keyboard.press('ArrowUp')
  }
  throw new Error(`line ${place} of the list is not read: ${await window.locator('main').innerText()}`)
}

/** Reads every clipping of the list, one after another, and looks at the original page of each that was a page. */
async function read({ app, say }: Run): Promise<{ reader: number; original: number }> {
  const { window } = app
  await window.keyboard.press('Control+1')
  const list = window.getByRole('listbox', { name: en.timeline.list })
  const first = window.getByRole('option').first()
  await first.click()
  await list.focus()
  await window.keyboard.press('Home')
  const total = Number(await first.getAttribute('aria-setsize'))
  let original = 0
  for (let place = 1; place <= total; place += 1) {
    await goTo(app, place, total)
    const title = await heading(app).textContent()
    await window.mouse.move(900, 300 + (place % 7) * 60)
    await window.mouse.click(900, 300 + (place % 5) * 60)
    await window.keyboard.press('Escape')
    for (const key of ['Tab', 'x', 'Escape']) await window.keyboard.press(key)
    if (/^(?:Pasted q|Q)uay/u.test(title ?? '')) {
      await window.keyboard.press('Shift+O')
      const frame = window.getByTitle(en.originalPage.frame)
      await frame.waitFor()
      const box = await frame.boundingBox()
      if (box !== null) await window.mouse.click(box.x + 120, box.y + 60)
      await window.waitForTimeout(60)
      await window.keyboard.press('Escape')
      original += 1
      if ((await frame.count()) > 0)
        await window.getByRole('button', { name: en.originalPage.back, exact: true }).click({ force: true })
      await heading(app).waitFor()
    }
    if (place % 100 === 0) say(`read ${place} of ${total}`)
    await list.focus()
    await window.keyboard.press('ArrowDown')
  }
  return { reader: total, original }
}

/** Looks at every line that a search finds, with the words of the vectors marked in it. */
async function search({ app }: Run): Promise<number> {
  const { window } = app
  let lines = 0
  for (const query of ['alert', 'onerror', 'script OR javascript', 'img']) {
    await window.keyboard.press('Control+f')
    await window.keyboard.press('Control+a')
    await window.keyboard.insertText(query)
    await window.waitForTimeout(800)
    const list = window.getByRole('listbox', { name: en.timeline.list })
    if ((await list.count()) === 0) continue
    await list.focus()
    await window.keyboard.press('Home')
    for (let pages = 0; pages < 400; pages += 1) {
      const last = await list.getAttribute('aria-activedescendant')
      lines += await window.getByRole('option').count()
      await window.keyboard.press('PageDown')
      await window.waitForTimeout(40)
      if ((await list.getAttribute('aria-activedescendant')) === last) break
    }
  }
  await window.keyboard.press('Control+f')
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Delete')
  await window.keyboard.press('Escape')
  return lines
}

const FORMATS = [
  ['markdown-file', 'all.md'],
  ['html', 'all.html'],
  ['epub', 'all.epub'],
  ['citations', 'citations.html'],
  ['pdf', 'all.pdf'],
] as const

/** Exports everything, after a look at what will be written. */
async function exportAll({ app, folder, say }: Run): Promise<Record<string, string>> {
  const { window } = app
  const paths: Record<string, string> = {}
  await window.keyboard.press('Control+4')
  await window.getByRole('radio', { name: en.exporting.scopes.all }).click({ force: true })
  for (const [format, name] of FORMATS) {
    await window
      .getByRole('radio', { name: en.exporting.formats[format], exact: true })
      .click({ force: true })
    await window
      .getByRole('region', { name: format === 'pdf' ? en.exporting.contents : en.exporting.textPreview })
      .or(window.getByRole('region', { name: en.exporting.contents }))
      .first()
      .waitFor()
    const path = join(folder, name)
    await app.dialogs.answerSave(path)
    await window.keyboard.press('Control+Enter')
    const deadline = Date.now() + 900_000
    while ((await readFile(path).catch(() => undefined)) === undefined) {
      if (Date.now() > deadline) throw new Error(`${name} is not written`)
      await window.waitForTimeout(100)
    }
    paths[format] = path
    say(`exported ${name}`)
  }
  return paths
}

/**
 * Takes every vector, each alone in a page and alone in each field, through the app as a user does: pasted (as many as
 * `pasted`), opened, read, as original page, found, exported; and what was exported through a browser.
 *
 * @param app a new one, in English; its window is loaded anew
 */
export async function showToApp(
  app: AppUnderTest,
  { vectors, pasted, folder, say }: Omit<Run, 'app'> & { readonly pasted: readonly Vector[] },
): Promise<Shown> {
  const home = await listen()
  const address = (at: number) => `${home.origin}/called-${at}`
  const withHome = (all: readonly Vector[]) =>
    all.map(({ name, markup }, at) => ({
      name,
      markup: markup.replaceAll('URL', address(at)).replaceAll('HOST', address(at).replace('http://', '')),
    }))
  try {
    const shown = await show(app, { vectors: withHome(vectors), pasted: withHome(pasted), folder, say })
    return { ...shown, asked: [...shown.asked, ...home.called()] }
  } finally {
    await home.close()
  }
}

async function show(
  app: AppUnderTest,
  { vectors, pasted, folder, say }: Omit<Run, 'app'> & { readonly pasted: readonly Vector[] },
): Promise<Shown> {
  const { window } = app
  const seen = await watch(window.context(), isTheAppsOwn)
  await window.reload()
  await window.getByRole('heading', { level: 1 }).waitFor()
  const tellsOfItself = async () => {
    const before = seen.ran.length
    await window.evaluate(() => alert('control'))
    if (seen.ran.length !== before + 1) throw new Error('the watch is asleep')
  }
  await tellsOfItself()
  /** Without the watch's own. */
  const ran = () => seen.ran.map(({ what }) => what).filter(what => !what.startsWith('alert(control)'))
  const signs = () => `${ran().length} scripts, ${seen.asked.length} requests`
  const run = { app, vectors, folder, say: (what: string) => say(`${what}; ${signs()}`) }
  const through: Record<string, number> = {}
  through['paste'] = await paste({ ...run, vectors: pasted })
  run.say(`pasted ${through['paste']}`)
  through['open, title, author, tag, note'] = await open(run)
  run.say('imported')
  Object.assign(through, await read(run))
  through['lines of a search'] = await search(run)
  const exported = await openExports(folder, await exportAll(run))
  through['parts of an e-book'] = exported.parts
  await tellsOfItself()
  const pdf = actionsIn(join(folder, 'all.pdf'))
  const shell = (await app.shellCalls()).map(call => JSON.stringify(call))
  return {
    through,
    ran: [...ran(), ...exported.ran, ...pdf],
    asked: [
      ...seen.asked,
      ...(await app.requestsToNetwork()).map(({ url }) => url),
      ...exported.asked,
      ...shell,
    ],
  }
}
