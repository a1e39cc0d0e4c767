import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EXPORT_WRITERS } from '../../../../electron/core/export/writers.ts'
import { formatFacts, type WrittenFormat } from '../../../../electron/core/model/export-formats.ts'
import {
  DEFAULT_MARKDOWN,
  type MarkdownFlavour,
  type MarkdownLayout,
} from '../../../../electron/core/model/markdown-layout.ts'
import { SAMPLE_ENTRIES } from './sample-collection.ts'
import { filesOf, sourceOf, textOf } from './sample-source.ts'

const ROOT = fileURLToPath(new URL('./goldens', import.meta.url))

/** The formats whose export of the sample collection is text that a person can review. */
export const GOLDEN_EXPORTS = [
  'markdown-file',
  'markdown-folder',
  'html',
  'epub',
  'docx',
  'text',
  'citations',
  'citations-text',
  'bibtex',
  'ris',
  'csl-json',
  'csv',
  'json',
  'markdown-folder as github',
  'markdown-folder as obsidian',
  'markdown-folder as logseq',
  'markdown-folder as hugo',
  'markdown-file as logseq',
  'markdown-file as obsidian',
] as const satisfies (WrittenFormat | `${WrittenFormat} as ${MarkdownFlavour}`)[]

export type GoldenExport = (typeof GOLDEN_EXPORTS)[number]

/** Each flavour with other choices, so that each choice is in a golden. */
const LAYOUTS: Partial<Record<MarkdownFlavour, Partial<MarkdownLayout>>> = {
  github: { highlights: 'footnotes' },
  obsidian: { originals: true },
  logseq: { highlights: 'quotes' },
  hugo: { highlights: 'footnotes', pictures: 'embedded' },
}

/** The export of the sample collection, by the path of each of its files below the folder of goldens. */
export async function goldenExport(name: GoldenExport): Promise<ReadonlyMap<string, string>> {
  const [format, flavour] = name.split(' as ') as [WrittenFormat, MarkdownFlavour?]
  const writer = await EXPORT_WRITERS[format]()
  const markdown = flavour && { ...DEFAULT_MARKDOWN, ...LAYOUTS[flavour], flavour }
  const source = sourceOf(SAMPLE_ENTRIES, { ...(format === 'text' ? { language: 'zh-Hans' } : {}), markdown })
  if ('pieces' in writer) {
    const text = await textOf(writer.pieces(source))
    return new Map([[`${name}.${formatFacts(format).ending}`, reviewable(text)]])
  }
  const files = await filesOf(writer.files(source))
  const texts = files.filter(({ path }) => !/\.(?:png|css)$/u.test(path))
  return new Map(
    texts.map(({ path, text }) => [
      `${name}/${path}`,
      format === 'docx' ? inLines(text) : format.startsWith('markdown') ? reviewable(text) : text,
    ]),
  )
}

/** Without the style, the script, their hashes and the bytes of pictures, which have tests of their own. */
const reviewable = (text: string): string =>
  text
    .replace(/(<(style|script)>).*?(?=<\/\2>)/gsu, '$1')
    .replace(/(sha256-|base64,)[A-Za-z\d+/=]+/gu, '$1…')
    .replace(/(?<=<\/(?:article|section|header|footer|table|ol|ul|p|div|tr|figure|li|h\d)>)(?=<)/gu, '\n')

/** A paragraph, a row and a part a line. */
const inLines = (xml: string): string =>
  xml.replace(/(?=<(?:w:p|w:tr|w:tbl|w:style|w:num|w:footnote|Relationship|Override) ?[^a-zA-Z])/gu, '\n')

export const readGolden = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Rewrites the goldens; gives back their paths. */
export async function writeGoldenExports(): Promise<string[]> {
  rmSync(ROOT, { recursive: true, force: true })
  const written: string[] = []
  for (const format of GOLDEN_EXPORTS)
    for (const [path, text] of await goldenExport(format)) {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true })
      writeFileSync(join(ROOT, path), text)
      written.push(path)
    }
  return written
}
