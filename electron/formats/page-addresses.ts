import type { Resource } from '../core/model/import-item.ts'
import { pictureType } from './picture-type.ts'

const PICTURE_TAGS =
  /<(?:img|source|picture|video|image|amp-img|v:imagedata|link|meta|input|td|table|body)\b/giu
const ATTRIBUTES =
  /(?<name>[a-z][\w:.-]{0,40})\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'<>]+))/giu
const NOT_AN_ADDRESS = /^(?:alt|title|class|style|id|width|height|property|name|rel|type|sizes|loading)$/iu
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
}
const LONGEST = 4096

const unescaped = (text: string): string =>
  text.replace(
    /&(?<name>amp|lt|gt|quot|apos|#39);/giu,
    (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole,
  )

/** `srcset`: candidates between commas, each an address and a descriptor. */
const candidatesOf = (value: string): readonly string[] =>
  value.split(/,\s+|\s\d+(?:\.\d+)?[wx]\s*(?:,|$)/u).map(each => each.trim().split(/\s/u)[0] ?? '')

/**
 * Where the tag that starts before `from` ends; undefined where it does not. `<` outside quotes ends it too: a page of
 * nothing but `<img` must not be gone through once for each.
 */
function endOfTag(html: string, from: number): number | undefined {
  for (let at = from; at < html.length; at += 1) {
    const letter = html[at]
    if (letter === '>') return at
    if (letter === '<') return undefined
    if (letter !== '"' && letter !== "'") continue
    const close = html.indexOf(letter, at + 1)
    if (close === -1) return undefined
    at = close
  }
  return undefined
}

function* pictureTags(html: string): Generator<string> {
  let end = 0
  for (const { index, 0: start } of html.matchAll(PICTURE_TAGS)) {
    const close = index < end ? undefined : endOfTag(html, index + start.length)
    if (close === undefined) continue
    end = close
    yield html.slice(index, close + 1)
  }
}

/** Addresses in the markup that can be a picture's, as they stand there: of elements that show one, and og:image. */
export function pictureAddresses(html: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const tag of pictureTags(html))
    for (const { groups } of tag.matchAll(ATTRIBUTES)) {
      const name = groups?.['name'] ?? ''
      const value = groups?.['double'] ?? groups?.['single'] ?? groups?.['bare'] ?? ''
      if (NOT_AN_ADDRESS.test(name)) continue
      const isSet = name.toLowerCase().endsWith('srcset')
      if (!isSet && (value.length > LONGEST || /^(?:data|javascript|blob):/iu.test(value))) continue
      for (const each of isSet ? candidatesOf(unescaped(value)) : [unescaped(value).trim()])
        if (each !== '' && each.length <= LONGEST) found.add(each)
    }
  return found
}

/** An address of the markup as the pipeline has it: absolute where there is a base to resolve it, else as it stands. */
export const addressIn = (base: string | undefined, address: string): string =>
  URL.canParse(address, base) ? new URL(address, base).href : address

/** What the page's relative addresses are relative to: its `<base>` element, resolved against its own address. */
export function pageBase(html: string, url: string | undefined): string | undefined {
  const head = html.slice(0, 65_536)
  const tag = /<base\s[^<>]*>/iu.exec(head.replace(/<!--.*?(?:-->|$)/gsu, ''))?.[0]
  const href =
    tag === undefined ? undefined : /href\s*=\s*["']?(?<href>[^\s"'<>]+)/iu.exec(tag)?.groups?.['href']
  const base = href === undefined ? undefined : addressIn(url, unescaped(href))
  return base !== undefined && URL.canParse(base) ? base : url
}

/** One page's pictures: together no more than these, so that a page is never larger than the archive it came in. */
const MOST_PICTURES = 500
const MOST_BYTES = 128 * 1024 * 1024

/**
 * The pictures that the markup refers to and that `find` has, each under its address in the form of `addressIn`.
 * `find` is given the address as the markup has it and in that form.
 */
export async function picturesOf(
  html: string,
  base: string | undefined,
  find: (asWritten: string, resolved: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined,
): Promise<Resource[]> {
  const pictures = new Map<string, Resource>()
  let size = 0
  for (const asWritten of pictureAddresses(html)) {
    const address = addressIn(base, asWritten)
    if (pictures.size >= MOST_PICTURES || pictures.has(address)) continue
    const bytes = await find(asWritten, address)
    const mediaType = bytes === undefined ? undefined : pictureType(bytes)
    if (bytes === undefined || mediaType === undefined || size + bytes.length > MOST_BYTES) continue
    size += bytes.length
    pictures.set(address, { address, mediaType, bytes })
  }
  return [...pictures.values()]
}
