import { Parser } from 'htmlparser2'
import type { ItemContent, ItemRead, StatedByFile } from '../core/model/import-item.ts'
import { folderPaths } from './folder-paths.ts'
import { decodeHtml } from './html-charset.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { personName } from './person-names.ts'
import { failedRead, itemOf, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, publishedOf, textOf, webAddress } from './stated-values.ts'
import { type XmlElement, xmlTree } from './xml-tree.ts'
import { contentOfReference, languageOf } from './zotero-ris.ts'

const LARGEST = 128 * 1024 * 1024

const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter(child => child.name === name) ?? []
const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0]
const wordsOf = (element: XmlElement | undefined, name: string): string | undefined =>
  textOf(childOf(element, name)?.text)

/** Kinds that are no documents of their own, but belong to one. */
const PARTS = new Set(['Attachment', 'Memo', 'Collection', 'Journal', 'Seq'])

interface Graph {
  readonly items: readonly XmlElement[]
  readonly byAbout: ReadonlyMap<string, XmlElement>
  readonly foldersOf: ReadonlyMap<string, readonly (readonly string[])[]>
}

const aboutOf = (element: XmlElement): string =>
  element.attributes.get('about') ?? element.attributes.get('ID') ?? ''

/** Collections name what lies in them, other collections too, by `dcterms:hasPart`. */
function graphOf(root: XmlElement): Graph {
  const collections = childrenOf(root, 'Collection')
  const parts = collections.map(collection => ({
    id: aboutOf(collection),
    name: wordsOf(collection, 'title') ?? '',
    has: childrenOf(collection, 'hasPart').flatMap(part => part.attributes.get('resource') ?? []),
  }))
  const parentOf = new Map(parts.flatMap(({ id, has }) => has.map(part => [part, id])))
  const paths = folderPaths(parts.map(({ id, name }) => ({ id, name, parentId: parentOf.get(id) })))
  const foldersOf = new Map<string, (readonly string[])[]>()
  for (const { id, has } of parts)
    for (const part of has) {
      const path = paths.get(id) ?? []
      if (path.length > 0) foldersOf.set(part, [...(foldersOf.get(part) ?? []), path])
    }
  return {
    items: root.children.filter(({ name }) => !PARTS.has(name)),
    byAbout: new Map(root.children.map(child => [aboutOf(child), child])),
    foldersOf,
  }
}

/** `bib:authors / rdf:Seq / rdf:li / foaf:Person`, with surname and given name. */
function authorsOf(item: XmlElement): string[] {
  const people = childrenOf(item, 'authors').flatMap(authors =>
    childrenOf(childOf(authors, 'Seq'), 'li').flatMap(entry => childOf(entry, 'Person') ?? []),
  )
  return people.flatMap(
    person =>
      personName(wordsOf(person, 'surname'), wordsOf(person, 'givenName') ?? wordsOf(person, 'givenname')) ??
      [],
  )
}

/** The address is an identifier of the type `dcterms:URI`; others are ISSN, ISBN, DOI in words. */
const addressOf = (item: XmlElement): string | undefined =>
  childrenOf(item, 'identifier')
    .flatMap(identifier => [wordsOf(childOf(identifier, 'URI'), 'value'), identifier.text])
    .flatMap(text => webAddress(text) ?? [])[0]

/** The publication that an article is part of, described in place or by name elsewhere; a section is in between. */
function publicationOf(item: XmlElement, graph: Graph): string | undefined {
  const parts = childrenOf(item, 'isPartOf').flatMap(part => {
    const elsewhere = graph.byAbout.get(part.attributes.get('resource') ?? '')
    return elsewhere === undefined ? part.children : [elsewhere]
  })
  const titles = parts
    .filter(({ name }) => name !== 'Part' && name !== 'Series')
    .flatMap(part => wordsOf(part, 'title') ?? [])
  return titles[0] ?? wordsOf(childOf(childOf(item, 'publisher'), 'Organization'), 'name')
}

const referenced = (item: XmlElement, name: string, graph: Graph): XmlElement[] =>
  childrenOf(item, name).flatMap(
    link => graph.byAbout.get(link.attributes.get('resource') ?? '') ?? link.children,
  )

/** A tag is a subject in words, or an automatic one with its words as a value. */
const tagsOf = (item: XmlElement): string[] =>
  namesIn(
    childrenOf(item, 'subject').map(
      subject => wordsOf(childOf(subject, 'AutomaticTag'), 'value') ?? subject.text,
    ),
  )

/** Notes are HTML; what is kept of one as a note is its words. */
const wordsOfHtml = (html: string | undefined): string | undefined =>
  textOf(
    (html ?? '')
      .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/giu, '\n')
      .replace(/<[^>]*>/gu, '')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )

function statedBy(item: XmlElement, graph: Graph): StatedByFile {
  const names = authorsOf(item)
  const notes = referenced(item, 'isReferencedBy', graph).flatMap(
    memo => wordsOfHtml(wordsOf(memo, 'value')) ?? [],
  )
  return {
    ...NOTHING_STATED,
    title: wordsOf(item, 'title'),
    url: addressOf(item),
    bylines: names.length === 0 ? undefined : names,
    source: publicationOf(item, graph),
    published: publishedOf(wordsOf(item, 'date')),
    language: languageOf(wordsOf(item, 'language')),
    savedAt: instantOf(wordsOf(item, 'dateSubmitted')),
    tags: tagsOf(item),
    folders: graph.foldersOf.get(aboutOf(item)) ?? [],
    note: textOf(notes.join('\n\n')),
  }
}

interface Snapshot {
  readonly content: ItemContent
  readonly bytes: Uint8Array
  readonly name: string
}

/** The page that was saved with an item, where the export has its files beside it. */
async function snapshotOf(
  item: XmlElement,
  graph: Graph,
  file: ImportFile,
  url: string | undefined,
): Promise<Snapshot | undefined> {
  for (const attachment of referenced(item, 'link', graph)) {
    const path = childOf(attachment, 'resource')?.attributes.get('resource')
    if (path === undefined || !/\.x?html?$/iu.test(path)) continue
    const bytes = await file.beside(decodedPath(path))
    if (bytes === undefined) continue
    const html = decodeHtml(bytes).text
    return {
      content: { kind: 'html', html, extent: 'page', base: url, resources: [] },
      bytes,
      name: path.split('/').at(-1) ?? path,
    }
  }
  return undefined
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function readItem(
  item: XmlElement,
  number: number,
  bytes: Uint8Array,
  graph: Graph,
  file: ImportFile,
): Promise<ItemRead> {
  const stated = statedBy(item, graph)
  const key = `item ${number}`
  const name = stated.title ?? `${file.name}, ${key}`
  const snapshot = await snapshotOf(item, graph, file, stated.url)
  if (snapshot !== undefined) {
    const place = { key, bytes: snapshot.bytes, mediaType: 'text/html', originalName: snapshot.name }
    return itemOf(place, snapshot.content, stated)
  }
  const content = contentOfReference(wordsOf(item, 'abstract'), stated.url)
  if (content === 'no-text') return failedRead(key, name, 'no-text')
  return itemOf(
    { key, bytes, mediaType: 'application/rdf+xml', originalName: `${file.name}, ${key}.rdf` },
    content,
    stated,
  )
}

/** A note that belongs to no item is an item. */
function readLooseNotes(root: XmlElement, graph: Graph, file: ImportFile): ItemRead[] {
  const owned = new Set(
    root.children.flatMap(child =>
      childrenOf(child, 'isReferencedBy').flatMap(link => link.attributes.get('resource') ?? []),
    ),
  )
  return childrenOf(root, 'Memo')
    .filter(memo => !owned.has(aboutOf(memo)))
    .map((memo, at) => {
      const key = `note ${at + 1}`
      const html = wordsOf(memo, 'value')
      if (html === undefined) return failedRead(key, `${file.name}, ${key}`, 'no-text')
      const bytes = new TextEncoder().encode(html)
      const stated = {
        ...NOTHING_STATED,
        tags: tagsOf(memo),
        folders: graph.foldersOf.get(aboutOf(memo)) ?? [],
      }
      return itemOf(
        { key, bytes, mediaType: 'text/html', originalName: `${file.name}, ${key}.html` },
        { kind: 'html', html, extent: 'article', resources: [] },
        stated,
      )
    })
}

/** The markup of each child of the root, in their order. */
function markupOfChildren(text: string): string[] {
  const markup: string[] = []
  let depth = 0
  let start = 0
  const parser = new Parser(
    {
      onopentag: () => {
        depth += 1
        if (depth === 2) start = parser.startIndex
      },
      onclosetag: () => {
        if (depth === 2) markup.push(text.slice(start, parser.endIndex + 1))
        depth -= 1
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  return markup
}

async function* readLibrary(file: ImportFile): AsyncGenerator<ItemRead> {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return yield failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  const text = new TextDecoder('utf-8').decode(bytes)
  const tree = xmlTree(text)
  if (!tree.ok) return yield failedRead('', file.name, tree.error)
  const graph = graphOf(tree.value)
  const markup = new Map(markupOfChildren(text).map((own, at) => [tree.value.children[at], own]))
  for (const [at, item] of graph.items.entries())
    yield await readItem(item, at + 1, new TextEncoder().encode(markup.get(item)), graph, file)
  yield* readLooseNotes(tree.value, graph, file)
}

export const isZoteroRdf = (head: Uint8Array): boolean => {
  const start = new TextDecoder('utf-8').decode(head.subarray(0, 4096))
  return /<rdf:RDF[\s>]/u.test(start) && start.includes('http://www.zotero.org/namespaces/export#')
}

/**
 * Zotero RDF: items as children of `rdf:RDF` with dc:title, bib:authors, dcterms:isPartOf (the publication), dc:date, dc:identifier
 * (the address), dc:subject (tags), dcterms:isReferencedBy (notes), dcterms:dateSubmitted (day of access), and z:Collection
 * (zotero/translators, `Zotero RDF.js`). Where the export has its files beside it, a saved page (`z:Attachment`) is the text;
 * otherwise the abstract is.
 */
export const readZoteroRdf: FormatReader = readLibrary
