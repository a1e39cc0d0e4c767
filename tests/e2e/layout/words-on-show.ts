import type { Page } from 'playwright-core'
import type { Bridge } from '../../../electron/ipc/contract.ts'
import { DEFAULT_FILTER } from '../../../renderer/routing/route.ts'

/** What people wrote and what a clipping says: no words of the interface. */
const CONTENT = [
  '[role=option]',
  'article',
  '[lang]:not(html)',
  'input',
  'textarea',
  'code',
  'svg',
  '[aria-hidden=true]',
]

/** The same in every language, the name of a key or of a paper, or a date, which its own functions write. */
const NO_WORDS =
  /\p{Script=Han}|Cuttings|SHA-256|\bLetter\b|Ctrl|Shift|Alt|Home|End|Esc|Del|Backspace|\/\S+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\bfrom\b|\buntil\b/gu

/** The names that the library gives: of tags, collections, articles and who wrote them. */
const namesInLibrary = (window: Page): Promise<string[]> =>
  window.evaluate(async filter => {
    const { cuttings } = globalThis as unknown as { cuttings: Bridge }
    const overview = await cuttings.request('library:overview', {})
    const listing = await cuttings.request('library:list', filter)
    if (!overview.ok || !listing.ok) throw new Error('there is no library')
    const { tags, collections } = overview.value
    return [
      ...tags.flatMap(({ name }) => name.split('/')),
      ...collections.map(({ name }) => name),
      ...listing.value.firstRows.flatMap(({ title, bylines, source }) => [
        title,
        ...bylines,
        source?.name ?? '',
      ]),
    ].filter(name => name !== '')
  }, DEFAULT_FILTER)

/** Words of the interface on show that went through no translation. */
export async function untranslatedWords(window: Page): Promise<string[]> {
  const shown = await window.evaluate(content => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (element === null || !element.checkVisibility()) continue
      if (/[⟦⟧]/.test(element.textContent ?? '') || element.closest(content) !== null) continue
      found.push(node.textContent?.trim() ?? '')
    }
    return found
  }, CONTENT.join())
  const names = (await namesInLibrary(window)).sort((a, b) => b.length - a.length)
  const isWord = (text: string): boolean =>
    /\p{L}{2}/u.test(names.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(NO_WORDS, ''))
  return [...new Set(shown.filter(isWord))]
}

/** Words on show that are cut off or lie outside the window, and the window where it is wider than there is room. */
export const cutWords = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const found = new Set<string>()
    const tooWide = document.documentElement.scrollWidth - innerWidth
    if (tooWide > 0) found.add(`the page is ${tooWide} px wider than the window`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasWords = [...element.childNodes].some(
        child => child.nodeType === Node.TEXT_NODE && child.textContent?.trim() !== '',
      )
      if (!hasWords || !element.checkVisibility() || element.clientWidth === 0) continue
      const { left, right, width } = element.getBoundingClientRect()
      // Those for screen readers alone.
      if (width <= 1) continue
      const { overflowX, textOverflow } = getComputedStyle(element)
      const said = element.outerHTML.slice(0, 120)
      const cuts = (overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis'
      if (cuts && element.scrollWidth > element.clientWidth + 1) found.add(`cut off: ${said}`)
      const isWide = element.closest('table, pre, svg') !== null
      if (!isWide && (right > innerWidth + 1 || left < -1)) found.add(`outside: ${said}`)
    }
    return [...found]
  })
