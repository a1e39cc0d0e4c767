import type { Yaml } from 'mdast'
import { Document, isPair, isScalar, type ScalarTag, visit } from 'yaml'
import type { Clipping } from '../../model/clipping.ts'
import type { ExportSource } from '../writer.ts'

/**
 * Words that YAML 1.1 readers take for a boolean, a number or a merge key though YAML 1.2 does not; they are
 * quoted. Full dates stay plain, which is how Obsidian knows a date property.
 */
const AMBIGUOUS: ScalarTag = {
  tag: 'tag:yaml.org,2002:ambiguous',
  default: true,
  test: /^(?:y|yes|n|no|on|off|<<|=|[-+]?[\d_.,:]+)$/i,
  resolve: text => text,
}

/**
 * The properties of one clipping, in Obsidian's names where it has one:
 *
 * - `title`, `source` (the outlet), `author`, `published`, `created` (when it was clipped), `url`, `tags`;
 * - `sources` and `editor` as the document names them, `source-urls` with the address of each source (empty where
 *   none is stated, and left out where none has one), `language` (BCP 47), `clipping` (its identity here),
 *   `original` (the SHA-256 of each original);
 * - `published-origin` (jsonld, byline, text, user …), `published-evidence` (the words it was read from) and
 *   `published-zone` (`stated` or `assumed`).
 *
 * `published` is EDTF, so a month stays a month; where the document states no date it is left out and
 * `published-origin` says `not-stated` or `not-looked-for`. All that is not stated is left out.
 */
export function clippingProperties(clipping: Clipping): Record<string, string | string[]> {
  const { published } = clipping
  const names = clipping.sources.map(source => source.name)
  const urls = clipping.sources.map(source => source.url ?? '')
  const url = clipping.url ?? clipping.source?.url
  const tags = clipping.tags.map(spacelessTag)
  return {
    title: clipping.title,
    ...(clipping.source === undefined ? {} : { source: clipping.source.name }),
    ...(names.length > 1 ? { sources: names } : {}),
    ...(urls.some(address => address !== '') ? { 'source-urls': urls } : {}),
    ...listed('author', clipping.bylines),
    ...listed('editor', clipping.editors),
    ...(typeof published === 'string'
      ? { 'published-origin': published }
      : {
          published: published.edtf,
          'published-origin': published.origin,
          'published-evidence': published.evidence,
          ...(published.zone === undefined ? {} : { 'published-zone': published.zone }),
        }),
    created: clipping.clippedAt,
    ...(url === undefined ? {} : { url }),
    language: clipping.language,
    ...listed('tags', tags),
    ...(tags.every((tag, index) => tag === clipping.tags[index]) ? {} : { 'tag-names': clipping.tags }),
    clipping: clipping.id,
    ...listed(
      'original',
      clipping.originals.map(original => original.sha256),
    ),
  }
}

/** The properties of a collection's own file. */
export const headProperties = ({
  title,
  createdAt,
  articles,
}: Pick<ExportSource, 'title' | 'createdAt' | 'articles'>): Record<string, string | number> => ({
  title,
  created: createdAt,
  articles,
})

/** A tag of most programs holds no space; where this changes a name, `tag-names` has the exact ones. */
const spacelessTag = (name: string): string => name.replace(/\s+/gu, '-')

const listed = (name: string, values: readonly string[]): Record<string, string[]> =>
  values.length === 0 ? {} : { [name]: [...values] }

/** What front matter holds. */
export type Properties = {
  readonly [name: string]: string | number | boolean | readonly string[] | Properties
}

interface FrontMatterOptions {
  /** Which words, by the name of their property and themselves, stand in quotes though they need none. */
  readonly quotes?: (name: string, value: string) => boolean
}

/** Properties as a front matter node: one line a value, so that no line of a value can end the front matter. */
export function frontMatter(properties: Properties, { quotes }: FrontMatterOptions = {}): Yaml {
  const document = new Document(properties, { compat: [AMBIGUOUS] })
  // Evidence is words, also where they read like a date.
  const evidence = document.get('published-evidence', true)
  if (isScalar(evidence)) evidence.type = 'QUOTE_DOUBLE'
  if (quotes !== undefined)
    visit(document, {
      Scalar(key, node, path) {
        if (key === 'key' || typeof node.value !== 'string') return
        const pair = path.findLast(each => isPair(each))
        const name = pair !== undefined && isScalar(pair.key) ? String(pair.key.value) : ''
        if (quotes(name, node.value)) node.type = 'QUOTE_DOUBLE'
      },
    })
  return { type: 'yaml', value: document.toString({ lineWidth: 0, blockQuote: false }).trimEnd() }
}
