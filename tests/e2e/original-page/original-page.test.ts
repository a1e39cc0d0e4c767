import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ORIGINAL_PAGE_POLICY } from '../../../electron/core/original-page/safe-page.ts'
import { BEACONS, beaconPage } from '../../hostile/beacons.ts'
import { type Listener, listen } from '../../hostile/listener.ts'
import { openUnguarded } from '../../hostile/unguarded.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import {
  anyOf,
  button,
  clip,
  FERRY,
  FERRY_TITLE,
  LANGUAGES,
  seriousInBothThemes,
} from '../library/care-window.ts'

let app: AppUnderTest
let folder: string
let home: Listener

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const PICTURE = `<img alt="The gate" width="40" height="30" src="${PIXEL}">`

describe.each(LANGUAGES)('the original page, in %s', (language, words) => {
  const { originalPage } = words
  const frame = async (): Promise<Frame> => {
    await app.window.getByTitle(originalPage.frame).waitFor()
    await expect.poll(() => app.window.frames().length).toBe(2)
    const shown = app.window.frames()[1]
    if (shown === undefined) throw new Error('no frame')
    await shown.getByText('Shipping companies said').waitFor()
    return shown
  }
  const article = () => app.window.locator('article h1').filter({ hasText: 'Harbour Board Votes' })

  beforeAll(async () => {
    home = await listen()
    folder = await mkdtemp(join(tmpdir(), 'cuttings-original-'))
    await writeFile(join(folder, 'harbour.html'), `${beaconPage(home.origin)}${PICTURE}`)
    app = await openApp({ languages: [language] })
    app.window.setDefaultTimeout(20_000)
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, FERRY, FERRY_TITLE)
    await app.dropFiles([join(folder, 'harbour.html')])
    await article().waitFor()
    await app.window.evaluate(() => {
      const seen: string[] = []
      Object.assign(globalThis, { firedSoFar: seen })
      for (const event of ['message', 'securitypolicyviolation'])
        globalThis.addEventListener(event, ({ type }) => seen.push(type))
    })
  })
  afterAll(async () => {
    await app?.remove()
    await home?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is shown by keys alone, tells what was not loaded, and calls nobody', async () => {
    const { keyboard } = app.window
    await keyboard.press('Escape')
    await keyboard.press('Shift+O')
    const shown = await frame()
    await app.window.waitForTimeout(1500)
    expect(home.called()).toEqual([])
    expect(await app.requestsToNetwork()).toEqual([])
    expect(await shown.locator('script, iframe, object, embed, form, link, svg, [src^=http]').count()).toBe(0)
    expect(
      await shown.locator('.shown, [alt="The gate"]').evaluateAll(all => all.map(each => each.clientWidth)),
    ).toEqual([40])
    // An opaque origin in which no script runs, whoever puts one there.
    expect(
      await app.window
        .locator('iframe')
        .evaluate((each: HTMLIFrameElement) => [each.sandbox.value, each.contentDocument]),
    ).toEqual(['', null])
    // Nor would one find a way to the library: the frame has no bridge, and its parent's is out of its reach.
    const ways = await shown.evaluate(() =>
      ['self', 'parent', 'top'].map(name => {
        try {
          return (globalThis as unknown as Record<string, Window>)[name]?.cuttings === undefined
        } catch (error) {
          return String(error).includes('SecurityError')
        }
      }),
    )
    expect(ways).toEqual([true, true, true])
    await app.window.getByText(anyOf(originalPage.leftOut_other)).waitFor()
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await keyboard.press('Tab')
      if ((await app.window.locator(':focus').textContent())?.includes(originalPage.showList) === true) break
    }
    await keyboard.press('Enter')
    const list = app.window.getByRole('region', { name: originalPage.listLabel })
    await list.getByText(`${home.origin}/iframe`, { exact: true }).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
    // The frame takes the keys, so that its page can be scrolled; a step back gives them to the window again.
    await keyboard.press('Tab')
    const focused = () => app.window.evaluate(() => document.activeElement?.tagName)
    await expect.poll(focused).toBe('IFRAME')
    await keyboard.press('Escape')
    await expect.poll(focused).toBe('IFRAME')
    await keyboard.press('Shift+Tab')
    await expect.poll(focused).toBe('BUTTON')
    await keyboard.press('Escape')
    await article().waitFor()
  })

  it('is shown by mouse, leads nowhere, and says of what is no page that it is none', async () => {
    await button(app, words.reader.more).click()
    await app.window.getByRole('menuitem', { name: originalPage.menu }).click()
    const shown = await frame()
    const address = shown.url()
    await shown.locator('#ping').click()
    for (const text of ['Shipping companies said', 'Harbour Board Votes on'])
      await shown.getByText(text).first().click()
    await app.window.mouse.wheel(0, 2000)
    await app.window.waitForTimeout(500)
    expect(shown.url().replace(/#.*/u, '')).toBe(address)
    expect(home.called()).toEqual([])
    expect(
      await app.window.evaluate(() => (globalThis as unknown as { firedSoFar: string[] }).firedSoFar),
    ).toEqual([])
    await button(app, originalPage.back).click()
    await article().waitFor()

    await app.window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await app.window.keyboard.press('Shift+O')
    await app.window.getByText(originalPage.none['not-a-page'].what).waitFor()
    await app.window.keyboard.press('Shift+O')
    await app.window.locator('article h1').filter({ hasText: FERRY_TITLE }).waitFor()
  })

  it('stands below the fields of the clipping that was just made, which are there once and go with it', async () => {
    const { window } = app
    const path = join(folder, 'pilots.html')
    await writeFile(path, '<title>Pilots vote</title><h1>Pilots vote</h1><p>The pilots voted until late.</p>')
    await app.dropFiles([path])
    const fields = window.getByRole('region', { name: words.clip.check })
    await window.locator('article h1').filter({ hasText: 'Pilots vote' }).waitFor()
    await fields.waitFor()
    await window.keyboard.press('Shift+O')
    await window.frameLocator('iframe').getByText('The pilots voted').waitFor()
    expect(await fields.count()).toBe(1)
    await window.keyboard.press('Shift+O')
    await window.locator('article h1').filter({ hasText: 'Pilots vote' }).waitFor()
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await window.locator('article h1').filter({ hasText: FERRY_TITLE }).waitFor()
    await expect.poll(() => fields.count()).toBe(0)
  })

  // The next two once: they are about the page, not about words.
  it.runIf(language === 'en-US')('is shown again after many others', async () => {
    const names = ['First', 'Second', 'Third', 'Fourth', 'Fifth']
    const text = (name: string) =>
      `${name} words of a council that sat until late and agreed on nothing at all.`
    const pages = names.map(async name => {
      const path = join(folder, `${name}.html`)
      await writeFile(path, `<title>${name} sitting</title><h1>${name} sitting</h1><p>${text(name)}</p>`)
      return path
    })
    await app.dropFiles(await Promise.all(pages))
    const look = async (title: string, words: string) => {
      await app.window.getByRole('option').filter({ hasText: title }).click()
      await app.window.locator('article h1').filter({ hasText: title }).waitFor()
      await app.window.keyboard.press('Shift+O')
      await app.window.frameLocator('iframe').getByText(words).waitFor()
      await app.window.keyboard.press('Shift+O')
      await app.window.locator('article h1').filter({ hasText: title }).waitFor()
    }
    for (const name of [...names, ...names.slice(0, 1)]) await look(`${name} sitting`, text(name))
  })

  it.runIf(language === 'en-US')('would call home in many ways if either wall were not there', async () => {
    await app.window.getByRole('option').filter({ hasText: 'Harbour Board Votes' }).click()
    await app.window.keyboard.press('Shift+O')
    const html = await (await frame()).content()
    expect(html).toContain(`content="${ORIGINAL_PAGE_POLICY}"`)

    const control = await listen()
    const rewritten = await listen()
    try {
      control.serve('/page', beaconPage(control.origin))
      const bare = html.replaceAll(home.origin, rewritten.origin).replace(/<meta http-equiv[^>]*>/u, '')
      rewritten.serve('/page', bare)
      rewritten.serve('/favicon.ico', '')
      control.serve('/favicon.ico', '')
      await openUnguarded([`${rewritten.origin}/page`, `${control.origin}/page`])
      // The run says nothing unless the same page, unguarded, calls home.
      const leaks = control.called().filter(name => Object.hasOwn(BEACONS, name))
      expect(leaks.length).toBeGreaterThanOrEqual(25)
      // The page as it is rewritten, without its policy, in a browser that nothing holds back.
      expect(rewritten.called()).toEqual([])
    } finally {
      await control.close()
      await rewritten.close()
    }
    expect(home.called()).toEqual([])
  })
})
