import { parseFragment } from 'parse5'

/** What JSON-LD says of the article of its page. */
export interface StatedArticle {
  readonly headlines: readonly string[]
  readonly authors: readonly string[]
  readonly published: readonly string[]
  readonly modified: readonly string[]
  readonly body: string | undefined
  readonly publishers: readonly string[]
  readonly urls: readonly string[]
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
type JsonObject = { [key: string]: Json | undefined }

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Makes what pages write into JSON: comment wrappers, CDATA, control characters in strings, commas before a
 * closing bracket, a semicolon at the end.
 */
function mended(source: string): string {
  return source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/u, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/("(?:[^"\\]|\\.)*")|\/\*.*?\*\/|,(?=\s*[}\]])/gsu, (_, text: string | undefined) => text ?? '')
    .replace(/;\s*$/u, '')
    .replace(/\\(?!["\\/bfnrtu])/gu, '')
    .trim()
}

function parsed(source: string): Json | undefined {
  for (const text of [source, mended(source)]) {
    try {
      const value: Json = JSON.parse(text)
      return value
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

/** Deeper values are no article's. */
const DEEPEST = 12
const MOST = 3000

/** Every object of a value, outermost first: graphs, arrays and nested items. */
function objectsIn(value: Json | undefined): JsonObject[] {
  const found: JsonObject[] = []
  const queue: { value: Json | undefined; depth: number }[] = [{ value, depth: 0 }]
  for (let at = 0; at < queue.length && at < MOST; at += 1) {
    const next = queue[at]
    if (next === undefined || next.depth > DEEPEST) continue
    if (isObject(next.value)) found.push(next.value)
    if (typeof next.value === 'object' && next.value !== null)
      for (const child of Object.values(next.value))
        if (typeof child === 'object') queue.push({ value: child, depth: next.depth + 1 })
  }
  return found
}

const listOf = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value.flatMap(listOf) : [value]

const typesOf = (object: JsonObject): string[] =>
  listOf(object['@type']).flatMap(type => (typeof type === 'string' ? [type.replace(/^.*[/#:]/u, '')] : []))

const ARTICLE =
  /^(?:(?:News|Report|Opinion|Analysis|Review|Background|AskPublicNews|Satirical|Scholarly|Tech|Advertiser)?(?:News)?Article|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|DiscussionForumPosting)(?:Content)?$/iu

/** Entities that a publishing system escaped once too often: `zerst&ouml;rt`, `Lee &#8211; Live`. */
function decodeEntities(text: string): string {
  if (!/&#?\w{2,31};/u.test(text)) return text
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes
  return node?.nodeName === '#text' && 'value' in node ? node.value : text
}

/** The words of a value, which should be text and may be markup. */
const text = (value: Json | undefined): string =>
  typeof value === 'string'
    ? decodeEntities(value.replace(/<[^<>]{1,400}>/gu, ' '))
        .replace(/\s+/gu, ' ')
        .trim()
    : ''

const texts = (value: Json | undefined): string[] =>
  listOf(value)
    .map(text)
    .filter(found => found !== '')

/** Names of people or organisations: as text, as objects, or as references to objects of the same graph. */
function namesOf(value: Json | undefined, byId: ReadonlyMap<string, JsonObject>): string[] {
  return listOf(value).flatMap(one => {
    if (typeof one === 'string') return [text(one)]
    if (!isObject(one)) return []
    const id = one['@id']
    const named = one['name'] === undefined && typeof id === 'string' ? byId.get(id) : one
    const names = texts(named?.['name'])
    if (names.length > 0) return names
    const parts = [text(named?.['givenName']), text(named?.['familyName'])].filter(part => part !== '')
    return parts.length > 0 ? [parts.join(' ')] : []
  })
}

const unique = (values: readonly string[]): string[] => [...new Set(values.filter(value => value !== ''))]

/**
 * The articles that the page's JSON-LD describes, the main one first: one that is the page's main entity or has
 * a body before one that is only named.
 */
export function articlesIn(sources: readonly string[]): StatedArticle[] {
  const objects = sources.flatMap(source => objectsIn(parsed(source)))
  const byId = new Map<string, JsonObject>()
  for (const object of objects) {
    const id = object['@id']
    if (typeof id === 'string' && (object['name'] !== undefined || !byId.has(id))) byId.set(id, object)
  }
  return objects
    .filter(object => typesOf(object).some(type => ARTICLE.test(type)))
    .map(object => ({
      headlines: unique([...texts(object['headline']), ...texts(object['name'])]),
      authors: unique([
        ...namesOf(object['author'], byId),
        ...(object['author'] === undefined ? namesOf(object['creator'], byId) : []),
      ]),
      published: unique([...texts(object['datePublished']), ...texts(object['dateCreated'])]),
      modified: unique(texts(object['dateModified'])),
      body: texts(object['articleBody'] ?? object['text'])[0],
      publishers: unique(namesOf(object['publisher'] ?? object['sourceOrganization'], byId)),
      urls: unique([
        ...texts(object['url']),
        ...listOf(object['mainEntityOfPage']).map(entity => text(isObject(entity) ? entity['@id'] : entity)),
      ]),
    }))
    .filter(
      ({ headlines, published, body }) => headlines.length > 0 || published.length > 0 || body !== undefined,
    )
}

/** The site's name, where the page describes its site or publisher beside the article. */
export function siteIn(sources: readonly string[]): string | undefined {
  const objects = sources.flatMap(source => objectsIn(parsed(source)))
  return objects
    .filter(object => typesOf(object).some(type => type === 'WebSite'))
    .flatMap(object => texts(object['name']))[0]
}
