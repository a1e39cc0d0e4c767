import { parse } from 'yaml'
import type { StatedByFile } from '../core/model/import-item.ts'
import { NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, publishedOf, textOf, webAddress } from './stated-values.ts'

export interface NoteText {
  /** Each value exactly as it is written, blanks and all. */
  readonly properties: ReadonlyMap<string, readonly string[]>
  /** What stands after the front matter. */
  readonly body: string
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n(?<yaml>[\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/mu
/** Properties are a few lines. */
const LONGEST = 64 * 1024

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.flatMap(wordsIn) : []
}

/** Every value as the words it is written in: a date stays what it says. Undefined where it is no YAML. */
function propertiesIn(yaml: string): ReadonlyMap<string, readonly string[]> | undefined {
  try {
    const parsed: unknown = parse(yaml, { schema: 'failsafe', maxAliasCount: 20, logLevel: 'error' })
    if (parsed === null || parsed === '') return new Map()
    if (typeof parsed !== 'object' || Array.isArray(parsed)) return undefined
    return new Map(Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), wordsIn(value)]))
  } catch {
    return undefined
  }
}

/** The properties at the head of a note, and the note. What is between two lines and no YAML is text. */
export function noteText(text: string): NoteText {
  const matched = FRONT_MATTER.exec(text)
  const yaml = matched?.index === 0 ? matched.groups?.['yaml'] : undefined
  const properties = yaml === undefined || yaml.length > LONGEST ? undefined : propertiesIn(yaml)
  return matched === null || properties === undefined
    ? { properties: new Map(), body: text.replace(/^\ufeff/u, '') }
    : { properties, body: text.slice(matched[0].length) }
}

/** `[[Ann Reed|Ann]]`, as Obsidian links to a note, is its name. */
const unlinked = (name: string): string => name.replace(/^\[\[(?:[^\]|]*\|)?(?<name>[^\]]*)\]\]$/u, '$<name>')

/**
 * What the properties of a note state, in the names that Obsidian's Web Clipper (`title source author published created
 * tags`, obsidianmd/obsidian-clipper, default template), Joplin (`source` is the address, `packages/lib/utils/frontMatter.ts`) and
 * our own export (`electron/core/export/markdown/front-matter.ts`) write: `source` is an address, or the outlet's name.
 */
export function statedByProperties(properties: NoteText['properties']): StatedByFile {
  const all = (...names: readonly string[]): readonly string[] =>
    names.flatMap(name => properties.get(name) ?? []).flatMap(value => textOf(value) ?? [])
  const authors = namesIn(all('author', 'authors').map(unlinked))
  const exact = all('tag-names')
  const tags = exact.length > 0 ? exact : all('tags', 'tag', 'keywords').flatMap(tag => tag.split(','))
  const outlet = all('source').find(source => webAddress(source) === undefined)
  return {
    ...NOTHING_STATED,
    title: all('title')[0],
    url: all('url', 'source', 'link').flatMap(value => webAddress(value) ?? [])[0],
    bylines: authors.length === 0 ? undefined : authors,
    source: outlet === undefined ? undefined : unlinked(outlet),
    published: publishedOf(all('published-exact', 'published', 'date')[0]),
    language: all('language', 'lang')[0],
    savedAt: instantOf(all('created-exact', 'created', 'clipped', 'created_at')[0]),
    tags: namesIn(tags.map(tag => tag.trim().replace(/^#/u, ''))),
  }
}
