import { z } from 'zod'
import type { ItemRead } from '../core/model/import-item.ts'
import { folderPaths, MOST_FOLDERS, type NamedFolder } from './folder-paths.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { jsonElements, parsedJson } from './json-elements.ts'
import { hasKeys, type JsonReading, orNothingInIt, readJsonExport } from './json-export.ts'
import { LINK, NOTHING_STATED } from './reads.ts'
import { instantOfUnix, namesIn, textOf, webAddress } from './stated-values.ts'

const listSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string().nullish(),
  parentId: z.string().nullish(),
})

const bookmarkSchema = z.object({
  createdAt: z.number().nullish(),
  title: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  lists: z.array(z.string()).nullish(),
  content: z
    .union([
      z.object({ type: z.literal('link'), url: z.string() }),
      z.object({ type: z.literal('text'), text: z.string() }),
    ])
    .nullish(),
  note: z.string().nullish(),
  archived: z.boolean().nullish(),
})

type Bookmark = z.infer<typeof bookmarkSchema>

/** Smart lists are searches, not places. */
async function foldersOf(file: ImportFile): Promise<ReadonlyMap<string, readonly string[]>> {
  const folders: NamedFolder[] = []
  for await (const { index, bytes } of jsonElements(file.stream(), 'lists')) {
    if (index >= MOST_FOLDERS) break
    const list = listSchema.safeParse(parsedJson(bytes))
    if (list.success && list.data.type !== 'smart')
      folders.push({ id: list.data.id, name: list.data.name, parentId: list.data.parentId ?? undefined })
  }
  return folderPaths(folders)
}

function readBookmark(
  bookmark: Bookmark,
  folders: ReadonlyMap<string, readonly string[]>,
): JsonReading | 'damaged' | 'no-text' {
  const { content } = bookmark
  const url = content?.type === 'link' ? webAddress(content.url) : undefined
  const text = content?.type === 'text' ? textOf(content.text) : undefined
  const note = textOf(bookmark.note)
  if (content?.type === 'link' && url === undefined) return 'damaged'
  // An uploaded file is not in the export: what it was called and what was noted is all that is left of it.
  const words = text ?? note
  if (url === undefined && words === undefined) return 'no-text'
  return {
    content: url !== undefined || words === undefined ? LINK : { kind: 'text', text: words },
    stated: {
      ...NOTHING_STATED,
      title: textOf(bookmark.title),
      url,
      savedAt: instantOfUnix(bookmark.createdAt ?? undefined),
      tags: namesIn(bookmark.tags ?? []),
      folders: (bookmark.lists ?? []).flatMap(id => {
        const path = folders.get(id)
        return path === undefined ? [] : [path]
      }),
      note,
      isRead: bookmark.archived === true,
    },
  }
}

async function* readBookmarks(file: ImportFile): AsyncGenerator<ItemRead> {
  const folders = await foldersOf(file)
  const bookmarks = jsonElements(file.stream(), 'bookmarks')
  yield* readJsonExport(file, bookmarks, bookmarkSchema, bookmark => readBookmark(bookmark, folders))
}

export const isKarakeep = (head: Uint8Array): boolean =>
  hasKeys(head, '{', 'bookmarks', 'createdAt', 'content')

/**
 * Karakeep's (once Hoarder's) JSON: `{ bookmarks: [{ createdAt, title, tags, lists, content, note, archived }], lists }`,
 * times in Unix seconds, `content` a link, a text, or null for an uploaded file (karakeep-app/karakeep,
 * `packages/shared/import-export/exporters.ts`). Lists become folders.
 */
export const readKarakeep: FormatReader = file => orNothingInIt(file, readBookmarks(file))
