import { z } from 'zod'
import type { ItemRead } from '../core/model/import-item.ts'
import { folderPaths, MOST_FOLDERS, type NamedFolder } from './folder-paths.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { jsonElements, jsonElementsWithin, parsedJson } from './json-elements.ts'
import { hasKeys, type JsonReading, orNothingInIt, readJsonExport } from './json-export.ts'
import { LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, textOf, webAddress } from './stated-values.ts'

const idSchema = z.union([z.number(), z.string()])
const collectionSchema = z.object({ id: idSchema, name: z.string(), parentId: idSchema.nullish() })
const pinnedSchema = z.object({ id: idSchema })
const linkSchema = z.object({
  id: idSchema.nullish(),
  name: z.string().nullish(),
  url: z.string().nullish(),
  description: z.string().nullish(),
  textContent: z.string().nullish(),
  tags: z.array(z.object({ name: z.string() })).nullish(),
  highlight: z
    .array(
      z.object({
        text: z.string(),
        comment: z.string().nullish(),
        color: z.string().nullish(),
        createdAt: z.string().nullish(),
      }),
    )
    .nullish(),
  importDate: z.string().nullish(),
  createdAt: z.string().nullish(),
})

type Link = z.infer<typeof linkSchema>

function readLink(
  link: Link,
  folder: readonly string[],
  pinned: ReadonlySet<string>,
): JsonReading | 'damaged' | 'no-text' {
  const url = webAddress(link.url ?? undefined)
  const text = textOf(link.textContent)
  if (url === undefined && text === undefined) return textOf(link.url) === undefined ? 'no-text' : 'damaged'
  return {
    content: text === undefined ? LINK : { kind: 'text', text },
    stated: {
      ...NOTHING_STATED,
      title: textOf(link.name),
      url,
      // What another service had it from is the time that its owner saved it.
      savedAt: instantOf(link.importDate ?? undefined) ?? instantOf(link.createdAt ?? undefined),
      tags: namesIn((link.tags ?? []).map(({ name }) => name)),
      folders: folder.length === 0 ? [] : [folder],
      note: textOf(link.description),
      highlights: (link.highlight ?? []).map(({ text: marked, comment, color, createdAt }) => ({
        text: marked,
        note: textOf(comment),
        colour: textOf(color),
        madeAt: instantOf(createdAt ?? undefined),
      })),
      starred: link.id != null && pinned.has(String(link.id)),
    },
  }
}

async function* readCollections(file: ImportFile): AsyncGenerator<ItemRead> {
  const pinned = new Set<string>()
  for await (const { bytes } of jsonElements(file.stream(), 'pinnedLinks')) {
    const link = pinnedSchema.safeParse(parsedJson(bytes))
    if (link.success) pinned.add(String(link.data.id))
  }
  const folders: NamedFolder[] = []
  const idByIndex = new Map<number, string>()
  const collections = jsonElements(file.stream(), 'collections', { without: 'links' })
  for await (const { index, bytes } of collections) {
    if (index >= MOST_FOLDERS) break
    const collection = collectionSchema.safeParse(parsedJson(bytes))
    if (!collection.success) continue
    const { id, name, parentId } = collection.data
    folders.push({ id: String(id), name, parentId: parentId == null ? undefined : String(parentId) })
    idByIndex.set(index, String(id))
  }
  const paths = folderPaths(folders)
  yield* readJsonExport(
    file,
    jsonElementsWithin(file.stream(), 'collections', 'links'),
    linkSchema,
    (link, within) => readLink(link, paths.get(idByIndex.get(within) ?? '') ?? [], pinned),
    within => `collection ${within + 1} `,
  )
}

export const isLinkwarden = (head: Uint8Array): boolean =>
  hasKeys(head, '{', 'collections') &&
  (hasKeys(head, '{', 'username') || hasKeys(head, '{', 'links', 'ownerId'))

/**
 * Linkwarden's JSON: the user's record with `collections: [{ id, name, parentId, links: [{ name, url, description,
 * textContent, tags: [{ name }], importDate, createdAt }] }]` and `pinnedLinks` (linkwarden/linkwarden,
 * `apps/web/lib/api/controllers/migration/exportData.ts`, `packages/prisma/schema.prisma`). Pinned is starred.
 */
export const readLinkwarden: FormatReader = file => orNothingInIt(file, readCollections(file))
