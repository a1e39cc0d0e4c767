import { isUtf8 } from 'node:buffer'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { randomFrom, sentence } from './invent-documents.ts'

type Language = 'zh' | 'en'

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n')

/** A page of an invented paper: an article of about 40 paragraphs between menus, lists of other articles and scripts. */
function inventPage(number: number): string {
  const random = randomFrom(number)
  const language: Language = number % 2 === 0 ? 'en' : 'zh'
  const words = () => sentence(language, random)
  const title = words()
  const links = (count: number, of: string) =>
    `<ul class="${of}">${times(count, index => `<li class="${of}-item"><a href="/${of}/${number}/${index}">${words().slice(0, 60)}</a></li>`)}</ul>`
  const paragraph = () =>
    `<p class="text">${times(4, words)} <a href="/topic/${number}">${words().slice(0, 20)}</a></p>`
  const json = JSON.stringify({
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2026-03-12T07:40:00+08:00',
    author: [{ '@type': 'Person', name: 'Ada Reporter' }],
  })
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} - The Bench</title>
<link rel="canonical" href="https://bench.example/${number}"><script type="application/ld+json">${json}</script>
<style>${times(200, index => `.rule-${index} { margin: ${index}px; color: #123456 }`)}</style></head>
<body><header><nav>${links(40, 'menu')}</nav></header><main><article><h1>${title}</h1>
${times(20, paragraph)}<aside>${links(12, 'related')}</aside>${times(20, paragraph)}</article></main>
<section>${links(60, 'more')}</section><footer>${links(40, 'foot')}</footer>
<script>${times(300, index => `window.state.push({ id: ${index}, seen: false })`)}</script></body></html>`
}

const TEXT_OF_ELEMENT = /<(script|style)\b[\s\S]*?<\/\1>|>([^<]{20,})/giu
const WORD = /\p{Script=Han}|[^\s\p{Script=Han}]+/gu
/** More than the fifth by which a reprint differs. */
const REPLACED = 0.35

/** The same page with other words and at another address: neither a duplicate nor a reprint of it. */
function variation(html: string, number: number): string {
  const random = randomFrom(number)
  const reworded = (text: string): string => {
    const words = text.match(WORD) ?? []
    const other = () => words[Math.floor(random() * words.length)] ?? ''
    return text.replace(WORD, word => (random() < REPLACED && !/\d/u.test(word) ? other() : word))
  }
  return html
    .replace(TEXT_OF_ELEMENT, (all, isCode, text) => (isCode === undefined ? `>${reworded(text)}` : all))
    .replaceAll('https://', `https://v${number}.`)
}

const decompress = promisify(gunzip)

/** Real pages from a folder of sets of them, one of each set in turn; none where there is no such folder. */
async function realPages(folder: string): Promise<Buffer[]> {
  const sets: Buffer[][] = []
  for (const set of await readdir(folder).catch(() => [])) {
    const names = (await readdir(join(folder, set))).filter(name => name.endsWith('.html.gz')).sort()
    sets.push(await Promise.all(names.map(async name => decompress(await readFile(join(folder, set, name))))))
  }
  const longest = Math.max(0, ...sets.map(({ length }) => length))
  return Array.from({ length: longest }, (_, place) => sets.flatMap(pages => pages[place] ?? [])).flat()
}

/**
 * Fills a new folder with saved pages, no two of them the same: real ones where they are at hand, in variations when
 * all were taken, else invented ones. Says what they are.
 */
export async function writeSavedPages(
  folder: string,
  count: number,
  sets: string = resolve('..', 'shared', 'articles', 'pages'),
): Promise<string> {
  await mkdir(folder)
  const pages = await realPages(sets)
  // What is in another encoding is left as it is.
  const readable = pages.filter(page => isUtf8(page))
  let bytes = 0
  for (let number = 0; number < count; number += 1) {
    const again = readable[number % Math.max(1, readable.length)]
    const page =
      pages[number] ??
      Buffer.from(again === undefined ? inventPage(number) : variation(again.toString('utf8'), number))
    bytes += page.byteLength
    await writeFile(join(folder, `${String(number).padStart(5, '0')}.html`), page)
  }
  const kind = pages.length === 0 ? 'invented' : 'real'
  return `${count} ${kind} pages of ${(bytes / count / 1024).toFixed(0)} KB on average`
}
