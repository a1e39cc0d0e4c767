import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { blockText } from '../../electron/core/body/text.ts'
import { check, fontsOf, infoOf, outlineOf, pagesOf } from '../e2e/pdf/pdf-tools.ts'
import { printAll } from '../e2e/pdf/print.ts'
import { inventBook } from './invent-book.ts'

const MB = 1024 * 1024

/** The process and all below it. */
function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter(each => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It has ended since.
    }
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || isBelow(parents.get(pid)))
  return [...parents.keys()].filter(isBelow)
}

/** What the process has in memory beside the files that it maps, in bytes. What two share counts twice. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+)/gm)].map(([, each]) => Number(each))
    return kilobytes.reduce((sum, each) => sum + each, 0) * 1024
  } catch {
    return 0
  }
}

/** Line ends, and the spaces that they and the spacing between scripts leave, do not count. */
const squeezed = (words: string): string => words.replace(/[\s\u00ad]+/gu, '')

/**
 * `npm run bench:book -- 500`: prints an invented book as the app does, and once more plainly; says what it took, and
 * reads the PDF with other programs: page numbers in the contents against the outline, typefaces, paragraphs, pictures.
 * Linux only, since it adds up the memory of the processes. `keep` is where the PDF is copied to.
 */
export default async function run(count = '500', keep = ''): Promise<void> {
  const { plan, pictures } = inventBook(Number(count))
  let peak = 0
  let root: number | undefined
  const watch = setInterval(() => {
    if (root === undefined) return
    peak = Math.max(
      peak,
      treeOf(root).reduce((sum, pid) => sum + memoryOf(pid), 0),
    )
  }, 1000)
  const printer = await printAll(
    { book: { plan }, plain: { plan, plainly: true } },
    {
      pictures,
      patienceMs: 900_000,
      onOrder: (name, pid) => {
        root = name === 'book' ? pid : undefined
      },
    },
  )
  clearInterval(watch)
  const printed = printer.printed['book']
  const plain = printer.printed['plain']
  if (printed?.outcome !== 'printed' || plain?.outcome !== 'printed')
    throw new Error(JSON.stringify(printer.printed))
  const { ms, pdf, steps } = printed
  console.log(
    `${count} articles in ${(ms / 1000).toFixed(1)} s (${steps.length / 3} passes), one plain pass ` +
      `${(plain.ms / 1000).toFixed(1)} s: ${(ms / plain.ms).toFixed(2)} times; at most ${(peak / MB).toFixed(0)} MB of all processes`,
  )
  console.log(check(pdf).split('\n').at(-2), `${infoOf(pdf)['Pages']} pages`, infoOf(pdf)['File size'])

  const starts = outlineOf(pdf).map(entry => entry.destpageposfrom1)
  const listed = pagesOf(pdf, 'layout')
    .slice(1, (starts[0] ?? 0) - 1)
    .flatMap(page => page.split('\n'))
    .flatMap(line => /^.*\S {3,}(\d+)$/.exec(line.trimEnd())?.[1] ?? [])
    .map(Number)
  const wrong = plan.entries.filter((_, index) => listed[index] !== starts[index]).length
  console.log(`${listed.length} page numbers in the contents, ${wrong} of them wrong`)

  const fonts = fontsOf(pdf)
  const others = fonts.filter(({ type, embedded }) => !/TrueType|CFF|Type 1C/.test(type) || !embedded)
  console.log(`${fonts.length} typefaces, ${others.length} of them not embedded as TrueType or CFF`)

  const all = squeezed(pagesOf(pdf).join(''))
  const lines = plan.entries.flatMap(({ article }) => article.body.children.map(blockText))
  // A page break puts running heads and numbers into the midst of a paragraph.
  const isThere = (line: string) =>
    line
      .split('\n')
      .flatMap(each => squeezed(each).match(/.{1,12}/gu) ?? [])
      .filter(piece => !all.includes(piece)).length <= 1
  console.log(`${lines.length} paragraphs, ${lines.filter(line => !isThere(line)).length} of them not found`)

  const listing = execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const shown = new Set(
    listing
      .split('\n')
      .slice(2)
      .filter(line => / image /.test(line))
      .map(line => line.trim().split(/\s+/)[10]),
  )
  console.log(`${pictures.size} pictures, ${shown.size} in the PDF`)
  if (keep !== '') await copyFile(pdf, keep)
  await printer.remove()
}
