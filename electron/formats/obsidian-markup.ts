import type { ImportedHighlight } from '../core/model/import-item.ts'

/** Code, in which nothing is markup. */
const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`/u
const EMBED = /!\[\[(?<target>[^\]|#\n]{1,400})(?:#[^\]|\n]{0,400})?(?:\|(?<words>[^\]\n]{0,400}))?\]\]/u
const LINK = /\[\[(?<note>[^\]|\n]{1,400})(?:\|(?<alias>[^\]\n]{0,400}))?\]\]/u
const MARK = /==(?<marked>[^=\s](?:[^=\n]{0,4000}[^=\s])?)==/u
const COMMENT = /%%[\s\S]*?%%/u

const ANY = new RegExp(
  [CODE, EMBED, LINK, MARK, COMMENT].map(({ source }) => `(?:${source})`).join('|'),
  'gu',
)

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/iu

export interface PlainMarkdown {
  readonly markdown: string
  readonly highlights: readonly ImportedHighlight[]
}

/** An embedded picture becomes one of Markdown; another note that is embedded becomes its name. */
function embedded(target: string, words: string | undefined): string {
  if (!PICTURE.test(target)) return target
  // After the bar stands a width, or words.
  const alt = words === undefined || /^\d+(?:x\d+)?$/u.test(words) ? '' : words.replace(/[[\]]/gu, '')
  return `![${alt}](<${target.trim()}>)`
}

/**
 * Obsidian's own markup as CommonMark (help.obsidian.md, "Obsidian Flavored Markdown"): embedded pictures, links to notes as
 * their words, `==marked==` passages as highlights and their words, comments left out.
 */
export function plainMarkdown(text: string): PlainMarkdown {
  const highlights: ImportedHighlight[] = []
  const markdown = text.replace(ANY, (...found) => {
    const whole = String(found[0])
    const groups: Record<string, string | undefined> = found.at(-1)
    if (groups['target'] !== undefined) return embedded(groups['target'], groups['words'])
    if (groups['note'] !== undefined) return groups['alias'] ?? groups['note']
    if (groups['marked'] !== undefined) {
      highlights.push({ text: groups['marked'] })
      return groups['marked']
    }
    return whole.startsWith('%%') ? '' : whole
  })
  return { markdown, highlights }
}
