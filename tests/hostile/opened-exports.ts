import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { openZip } from '../../electron/formats/zip-entries.ts'
import { objectsOf } from '../e2e/pdf/pdf-tools.ts'
import { forAWhile, handle, openBrowser } from './unguarded.ts'
import { watch } from './watch.ts'

/**
 * What a PDF does when it is opened or clicked, but for links to the web and to its own pages: the names in its objects, of
 * which none is in its texts or in what is packed.
 */
export const actionsIn = (path: string): string[] =>
  [
    ...objectsOf(path).matchAll(
      /"\/(JavaScript|JS|OpenAction|AA|Launch|SubmitForm|ImportData|RichMedia|EmbeddedFiles?)"/gu,
    ),
  ].map(([, action = '']) => action)

/** Opens what was exported as somebody does who was sent it, in a browser that nothing holds back. */
export async function openExports(
  folder: string,
  paths: Record<string, string>,
): Promise<{ ran: string[]; asked: string[]; parts: number }> {
  const unpacked = join(folder, 'epub')
  const parts: string[] = []
  const zip = await openZip(fileInMemory('all.epub', await readFile(paths['epub'] ?? '')))
  if (!zip.ok) throw new Error(zip.error.reason)
  for (const entry of zip.value.entries) {
    const read = await zip.value.read(entry)
    if (!read.ok) throw new Error(`${entry.path}: ${read.error.reason}`)
    const path = join(unpacked, entry.path)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, read.value)
    if (path.endsWith('html')) parts.push(path)
  }
  const browser = await openBrowser()
  try {
    const context = await browser.newContext()
    // Where somebody presses a link of an article, its page is asked for; that is what it is for. Nothing else goes there.
    let links = new Set<string>()
    const seen = await watch(
      context,
      (url, request) =>
        /^(?:file|data|blob|about):/u.test(url) || (request.isNavigationRequest() && links.has(url)),
    )
    // One after another: a page that is not in front may take no clicks.
    for (const path of [paths['html'] ?? '', paths['citations'] ?? '', ...parts]) {
      const page = await context.newPage()
      await page.goto(pathToFileURL(path).href, { waitUntil: 'load' })
      await page.route(/^https?:/u, route => route.abort())
      const addresses = await page
        .locator('a[href^="http"]')
        .evaluateAll(all => all.map(link => (link instanceof HTMLAnchorElement ? link.href : '')))
      links = new Set(addresses)
      await forAWhile(handle(page))
      await forAWhile(page.close())
      links.clear()
    }
    return { ran: seen.ran.map(({ what }) => what), asked: [...seen.asked], parts: parts.length }
  } finally {
    await browser.close()
  }
}
