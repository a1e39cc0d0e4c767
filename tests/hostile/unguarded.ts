import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../chromium-runtime/browser/find-browser.ts'
import { listen } from './listener.ts'
import type { Vector } from './vectors.ts'
import { watch } from './watch.ts'

/** So many pages are open at once: what they wait for is mostly time. */
const AT_ONCE = 4
const FIRES_WITHIN_MS = 150
const GIVEN_UP_MS = 3000

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser(process.env, process.platform, true)
  if (executablePath === undefined) throw new Error('no browser')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** What somebody does with a page that is new to him: points, clicks and presses keys. */
export async function handle(page: Page): Promise<void> {
  await page.mouse.move(200, 40)
  await page.mouse.click(60, 20)
  await page
    .locator('#vector, a, button, [onclick]')
    .first()
    .click({ timeout: 200, force: true, noWaitAfter: true })
    .catch(() => undefined)
  for (const key of ['Tab', 'Enter', 'x']) await page.keyboard.press(key)
}

const isOwnPage = (url: string): boolean =>
  /^(?:data|about|blob|chrome-error):|\/page-\d+$|\/favicon\.ico$/u.test(url)

const pause = (ms: number) => new Promise<void>(done => setTimeout(done, ms))

/** Waits for what is done with a page; one that answers no more is left alone after a while. */
export async function forAWhile(doing: Promise<void>): Promise<void> {
  // Where a page led elsewhere or closed itself, what was seen until then is what there is.
  await Promise.race([doing.catch(() => undefined), pause(GIVEN_UP_MS)])
}

async function openAndHandle(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' })
  await pause(FIRES_WITHIN_MS)
  await handle(page)
  await pause(FIRES_WITHIN_MS)
}

/**
 * The names of those that run a script or call home when they are opened as they are, each alone in a page, in a browser
 * that nothing holds back.
 */
export async function firedUnguarded(vectors: readonly Vector[]): Promise<ReadonlySet<string>> {
  const server = await listen()
  const browser = await openBrowser()
  const fired = new Set<string>()
  try {
    const queue = [...vectors.entries()]
    const drain = async () => {
      const context = await browser.newContext()
      const seen = await watch(context, isOwnPage)
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [at, { name, markup }] = next
        server.serve(`/page-${at}`, markup.replaceAll('URL', `${server.origin}/called-${at}`))
        const page = await context.newPage()
        const before = seen.asked.length
        await forAWhile(openAndHandle(page, `${server.origin}/page-${at}`))
        const called = seen.asked.length > before || server.called().includes(`called-${at}`)
        if (called || seen.ran.some(sign => sign.page === page)) fired.add(name)
        await Promise.race([page.close(), pause(GIVEN_UP_MS)])
      }
      await Promise.race([context.close(), pause(GIVEN_UP_MS)])
    }
    await Promise.all(Array.from({ length: AT_ONCE }, drain))
  } finally {
    await browser.close()
    await server.close()
  }
  return fired
}

/** Opens addresses one after another in a browser that nothing holds back, a click on its first link and some time each. */
export async function openUnguarded(addresses: readonly string[]): Promise<void> {
  const browser = await openBrowser()
  try {
    for (const address of addresses) {
      const page = await browser.newPage()
      await page.goto(address, { waitUntil: 'commit' })
      await page.waitForTimeout(700)
      await page
        .locator('#ping')
        .click({ timeout: 500, force: true })
        .catch(() => undefined)
      await page.waitForTimeout(1500)
      await page.close()
    }
  } finally {
    await browser.close()
  }
}
