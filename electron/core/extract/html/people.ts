import type { Field } from '../../model/article.ts'
import type { Origin } from '../../model/stated.ts'
import { bylineNames, isByline } from '../byline.ts'
import { creditsIn } from '../credit-labels.ts'
import { hasRole, isNameLike, outletNames, personNames } from '../names.ts'
import { isFurniture, isInsert } from '../phrases.ts'
import { backing, type HtmlDraft, type HtmlStep, lastLineOf } from './draft.ts'
import { comparable } from './headline.ts'
import type { PageLine } from './page/page.ts'
import { around } from './page/walk.ts'
import { closingSignature, openingSignature } from './signatures.ts'

interface Names {
  readonly names: readonly string[]
  readonly origin: Origin
  readonly evidence: string
  readonly confidence: number
  readonly lines: readonly number[]
}

const ABOVE = 8
const BELOW = 30
const TAIL = 10

const AUTHOR_HINT =
  /(?:^|[\s_-])(?:authors?|by-?lines?|writers?|contributors?|reporters?|journalists?|zuozhe)(?:$|[\s_-])|author(?:name|link|s?_name)|(?:article|story|post|entry|meta)-?_?(?:author|byline)/u
const NOT_HINT = /comment|bio|avatar|image|photo|related|social|follow|about|more/u

const NO_NAME =
  /^(?:admin(?:istrator)?|editor|editors|editorial|staff|staff (?:reporter|writer)|redaktion|redaction|rédaction|redacción|redazione|author|unknown|null|undefined|none|n\/a|anonymous|guest|user|web|online|news|newsroom|webmaster|root|\d+|佚名|未知|作者|编辑|编辑部|本站|本网|网络|综合|小编|记者|.*(?:评论|評論|字号|分享|收藏|打印|手机看).*)$/iu

const LABEL = /^(?:autor(?:in|en)?|author|text|von|words|story|yazar|haber|di|par|por|by)\s?[:：]\s*/iu
const ROLE =
  /\s+(?:mit (?:AP|dpa|AFP|Reuters)|(?:(?:political|chief|senior|deputy|staff|business|sports?|health|science|technology|foreign|parliamentary|associate|assistant|managing|national|local|crime|court|news|features?|diplomatic|education|environment)\s+)*(?:correspondent|editor|reporter|writer|columnist|contributor|journalist))$/iu

const withoutRole = (name: string): string => name.replace(LABEL, '').replace(ROLE, '').trim()

function cleaned(names: readonly string[], draft: HtmlDraft): string[] {
  const isChinese = draft.language.startsWith('zh')
  const sites = new Set(draft.claims.sites.map(site => comparable(site.value)))
  return [...new Set(names.map(name => withoutRole(name.replace(/\s+/gu, ' ').trim())))].filter(
    name =>
      isNameLike(name) &&
      !NO_NAME.test(name) &&
      !/^https?\b|www\.|@|\.(?:com|cn|net|org)\b/iu.test(name) &&
      !sites.has(comparable(name)) &&
      (!isChinese || isPersonZh(name)),
  )
}

const ORGANISATION =
  /(?:集团|集團|网络|網絡|公司|中心|网|網|报社|報社|报|報|社|台|频道|出版社|委员会|部|局)$/u
const PERSON_ZH = /^\p{Script=Han}{2,4}$|·|^[\p{Script=Latin}\s.'’-]+$/u

/** Chinese pages fill author fields with the publisher or the maker of their software. */
const isPersonZh = (name: string): boolean =>
  PERSON_ZH.test(name) && !ORGANISATION.test(name) && !/[\d_]/u.test(name)

/** Lines that may state fields: around the headline down to the text, and where the text ends. */
function zones({ page, titleAt, start, body }: HtmlDraft): { header: PageLine[]; tail: PageLine[] } {
  const anchor = titleAt === -1 ? start : titleAt
  const last = lastLineOf(body)
  const isShown = (line: PageLine): boolean => !line.isHidden && line.text.length <= 240
  const header = page.lines.slice(
    Math.max(0, anchor - ABOVE),
    Math.max(0, Math.min(anchor + BELOW, start === -1 ? anchor + BELOW : start + 2)),
  )
  const tail = page.lines.slice(Math.max(start, last - 4), last + 1 + TAIL)
  return {
    header: header.filter(isShown),
    tail: tail.filter(line => isShown(line) && !header.includes(line)),
  }
}

/** `作者：张三：海州大学，海州`: where a scholar works. */
const AFFILIATION = /[:：].*$/u

/** What the page's own lines state of people and outlets. */
function credited(
  draft: HtmlDraft,
  lines: readonly PageLine[],
  origin: Origin,
): Record<'bylines' | 'sources' | 'editors', Names[]> {
  const found: Record<'bylines' | 'sources' | 'editors', Names[]> = { bylines: [], sources: [], editors: [] }
  const add = (
    field: 'bylines' | 'sources' | 'editors',
    names: readonly string[],
    line: PageLine,
    confidence: number,
  ): void => {
    if (names.length > 0)
      found[field].push({ names, origin, evidence: line.raw, confidence, lines: [line.index] })
  }
  for (const line of lines) {
    if (line.index === draft.titleAt || isFurniture(line.text) || isInsert(line.text)) continue
    const { credits, isWhole, rest, stamps } = creditsIn(line.text, draft.language)
    if (isByline(line.text) && line.measure.units <= 60)
      add('bylines', cleaned(bylineNames(stamps.length > 0 ? rest : line.text), draft), line, 0.85)
    if (!isWhole) continue
    const values = (role: string): string[] =>
      credits.filter(credit => credit.role === role).map(({ value }) => value)
    const authors = values('author').map(value => value.replace(AFFILIATION, ''))
    add('bylines', cleaned(authors.flatMap(personNames), draft), line, 0.85)
    add('sources', values('source').flatMap(outletNames).filter(isNameLike), line, 0.9)
    add('editors', cleaned(values('editor').flatMap(personNames), draft), line, 0.9)
  }
  return found
}

/** Names in elements that the page marks as the author's. */
function marked(draft: HtmlDraft): Names[] {
  const { page, titleAt, start } = draft
  const found: Names[] = []
  for (const element of page.elements) {
    const own = page.lines.slice(element.firstLine, element.endLine)
    const [line] = own
    if (line === undefined || own.length > 3 || line.isHidden) continue
    const isMarked =
      /(?:^|\s)author(?:\s|$)/iu.test(element.attributes.get('rel') ?? '') ||
      /(?:^|\s)author(?:\s|$)/iu.test(element.attributes.get('itemprop') ?? '')
    const isHinted = AUTHOR_HINT.test(element.hints) && !NOT_HINT.test(element.hints)
    if (!isMarked && !isHinted) continue
    const near = titleAt === -1 ? start : titleAt
    if (near !== -1 && (line.index < near - 12 || line.index > Math.max(near, start) + 6)) continue
    const segments = line.segments.filter(segment =>
      [...around(page, segment.element)].some(({ index }) => index === element.index),
    )
    const words = segments
      .map(({ text }) => text)
      .join('')
      .trim()
    if (words === '' || words.length > 120) continue
    const names = cleaned(isByline(words) ? bylineNames(words) : personNames(words), draft)
    if (names.length > 0)
      found.push({
        names,
        origin: 'microdata',
        evidence: words,
        confidence: isMarked ? 0.85 : 0.7,
        lines: [line.index],
      })
  }
  return found
}

/** The address of a page about the author, often the house's own: a part of it is no name. */
const ADDRESS = /^(?:https?:|www\.|@)|\.\w{2,4}\//iu

/** Names that the head states. */
function stated(draft: HtmlDraft): Names[] {
  const byName = new Map<string, Names>()
  for (const { value, origin, name } of draft.claims.authors) {
    if (ADDRESS.test(value)) continue
    const names = cleaned(personNames(value), draft)
    if (names.length === 0) continue
    const known = byName.get(`${origin} ${name}`)
    byName.set(`${origin} ${name}`, {
      names: [...new Set([...(known?.names ?? []), ...names])],
      origin,
      evidence: known === undefined ? `${name} ${value}` : `${known.evidence}, ${value}`,
      confidence: origin === 'jsonld' ? 0.9 : 0.8,
      lines: [],
    })
  }
  return [...byName.values()]
}

const key = ({ names }: Names): string => names.map(comparable).toSorted().join()

/** The statement that most others agree with; of equals the first. */
function best(candidates: readonly Names[]): Names | undefined {
  const scored = candidates.map((candidate, at) => {
    const votes = candidates.filter(other => key(other) === key(candidate)).length
    return { candidate, score: candidate.confidence + (votes - 1) * 0.15 - at * 0.001 }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.candidate
}

function withNames(
  draft: HtmlDraft,
  field: 'bylines' | 'sources' | 'editors',
  found: Names | undefined,
): HtmlDraft {
  if (found === undefined) return draft
  const { origin, evidence, confidence, names, lines } = found
  const own = lines.filter(index => {
    const line = draft.page.lines[index]
    return line !== undefined && line.measure.units <= 60
  })
  return {
    ...backing(draft, own, [field] satisfies Field[]),
    [field]: names,
    statements: { ...draft.statements, [field]: { origin, evidence, confidence } },
  }
}

function merged(found: readonly Names[]): Names | undefined {
  const [first] = found
  if (first === undefined) return undefined
  return {
    ...first,
    names: [...new Set(found.flatMap(({ names }) => names))],
    evidence: found.map(({ evidence }) => evidence).join('\n'),
    lines: found.flatMap(({ lines }) => lines),
  }
}

/** So many lines of the text may carry a signature at its beginning and at its end. */
const FIRST = 3
const LAST = 4

/** Chinese papers sign above the text, in its first lines, or in brackets at its end. */
function signed(
  draft: HtmlDraft,
  header: readonly PageLine[],
): { opening: Names | undefined; closing: Names | undefined } {
  const own = draft.page.lines.filter(line => draft.body.has(line.index))
  const opening = [...new Set([...header, ...own.slice(0, FIRST)])].flatMap((line): Names[] => {
    const isBelow = draft.titleAt !== -1 && line.index > draft.titleAt && line.index - draft.titleAt <= 2
    const names = line.index === draft.titleAt ? [] : openingSignature(line, isBelow)
    if (names.length === 0) return []
    return [
      {
        names,
        origin: 'byline',
        evidence: line.raw,
        confidence: 0.85,
        lines: line.measure.isProse ? [] : [line.index],
      },
    ]
  })
  const closing = own.slice(-LAST).flatMap((line): Names[] => {
    const found = closingSignature(line)
    if (found === undefined || found.names.length === 0) return []
    const isWhole = found.evidence.length >= line.text.length
    return [
      {
        names: found.names,
        origin: 'byline',
        evidence: found.evidence,
        confidence: 0.85,
        lines: isWhole ? [line.index] : [],
      },
    ]
  })
  return { opening: merged(opening), closing: merged(closing) }
}

/** A name that stands beside the date: `Ann Lee | 05.04.2025`. */
const LATIN_NAME = /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3}$/u

function besideDate(draft: HtmlDraft, header: readonly PageLine[]): Names | undefined {
  for (const line of header) {
    const { stamps, rest } = creditsIn(line.text, draft.language)
    const [name = ''] = rest.split(/\s*[|·•]\s*|\s[-–]\s/u)
    const names =
      stamps.length > 0 && LATIN_NAME.test(name) && !isFurniture(name) && !hasRole(name)
        ? cleaned([name], draft)
        : []
    if (names.length > 0)
      return { names, origin: 'byline', evidence: line.raw, confidence: 0.6, lines: [line.index] }
  }
  return undefined
}

/** An organisation that the page states as its author, where it names no person. */
function organisation({ claims, language }: HtmlDraft): Names | undefined {
  if (language.startsWith('zh')) return undefined
  const claim = claims.authors.find(
    ({ value }) => isNameLike(value) && !ADDRESS.test(value) && !/[@/]/u.test(value),
  )
  if (claim === undefined) return undefined
  const { origin, name } = claim
  const names = claims.authors
    .filter(other => other.origin === origin && other.name === name)
    .map(({ value }) => value)
  return {
    names: [...new Set(names)],
    origin,
    evidence: `${name} ${names.join(', ')}`,
    confidence: 0.5,
    lines: [],
  }
}

function authorsOf(
  draft: HtmlDraft,
  header: readonly PageLine[],
  above: readonly Names[],
  below: readonly Names[],
): Names | undefined {
  const heads = stated(draft)
  const visible = [merged(above), ...marked(draft)].filter(found => found !== undefined)
  if (!draft.language.startsWith('zh'))
    return best([...heads, ...visible]) ?? besideDate(draft, header) ?? merged(below) ?? organisation(draft)
  const { opening, closing } = signed(draft, header)
  const shown = [opening, ...visible].filter(found => found !== undefined)
  const most = shown.find(found =>
    shown.every(other => other.names.every(name => found.names.includes(name))),
  )
  return most ?? best(shown) ?? merged(below) ?? closing ?? best(heads)
}

/** The site itself, where the page names no source: the name that its metadata gives. */
function site({ claims }: HtmlDraft): Names | undefined {
  const claim = claims.sites.find(({ value }) => isNameLike(value) && !/^https?:|^@/u.test(value))
  if (claim === undefined) return undefined
  return {
    names: [claim.value],
    origin: claim.origin,
    evidence: `${claim.name} ${claim.value}`,
    confidence: 0.8,
    lines: [],
  }
}

/** Who wrote and edited it and where it comes from, as the head, marked elements and lines of the page state. */
export const people: HtmlStep = {
  name: 'people',
  run(draft: HtmlDraft): HtmlDraft {
    const { header, tail } = zones(draft)
    const [above, below] = [credited(draft, header, 'byline'), credited(draft, tail, 'byline')]
    const authors = authorsOf(draft, header, above.bylines, below.bylines)
    const sources = merged(above.sources) ?? merged(below.sources) ?? site(draft)
    const editors = merged([...above.editors, ...below.editors])
    return withNames(withNames(withNames(draft, 'bylines', authors), 'sources', sources), 'editors', editors)
  },
}
