import { z } from 'zod'
import type { FormatReader } from './import-file.ts'
import { jsonElements } from './json-elements.ts'
import { hasKeys, type JsonReading, orNothingInIt, readJsonExport } from './json-export.ts'
import { LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, publishedOf, textOf, webAddress } from './stated-values.ts'

/** Booleans are numbers in some versions, and strings in version 1. */
const flag = z.union([z.boolean(), z.number(), z.string()]).nullish()
const isSet = (value: z.infer<typeof flag>): boolean => value === true || value === 1 || value === '1'

const entrySchema = z.object({
  title: z.string().nullish(),
  url: z.string().nullish(),
  content: z.string().nullish(),
  mimetype: z.string().nullish(),
  tags: z.union([z.string(), z.array(z.union([z.string(), z.object({ label: z.string() })]))]).nullish(),
  is_archived: flag,
  is_read: flag,
  archived_at: z.string().nullish(),
  is_starred: flag,
  is_fav: flag,
  is_not_parsed: flag,
  created_at: z.string().nullish(),
  published_at: z.string().nullish(),
  published_by: z
    .union([z.array(z.string().nullable()), z.record(z.string(), z.string().nullable())])
    .nullish(),
  language: z.string().nullish(),
  annotations: z
    .array(
      z.object({ quote: z.string().nullish(), text: z.string().nullish(), created_at: z.string().nullish() }),
    )
    .nullish(),
})

type Entry = z.infer<typeof entrySchema>

function tagsOf({ tags }: Entry): string[] {
  if (tags == null) return []
  const names =
    typeof tags === 'string' ? tags.split(',') : tags.map(tag => (typeof tag === 'string' ? tag : tag.label))
  return namesIn(names)
}

function readEntry(entry: Entry): JsonReading | 'damaged' {
  const url = webAddress(entry.url ?? undefined)
  const markup = isSet(entry.is_not_parsed) ? undefined : textOf(entry.content)
  if (url === undefined && markup === undefined) return 'damaged'
  const marks = entry.annotations ?? []
  const loose = marks
    .filter(({ quote }) => textOf(quote) === undefined)
    .flatMap(({ text }) => textOf(text) ?? [])
  const bylines = namesIn(Object.values(entry.published_by ?? {}).flatMap(name => name ?? []))
  return {
    content:
      markup === undefined
        ? LINK
        : { kind: 'html', html: markup, extent: 'article', base: url, resources: [] },
    stated: {
      ...NOTHING_STATED,
      title: textOf(entry.title),
      url,
      bylines: bylines.length === 0 ? undefined : bylines,
      published: publishedOf(entry.published_at ?? undefined),
      language: textOf(entry.language)?.replaceAll('_', '-'),
      savedAt: instantOf(entry.created_at ?? undefined),
      tags: tagsOf(entry),
      note: textOf(loose.join('\n\n')),
      highlights: marks.flatMap(({ quote, text, created_at }) => {
        const marked = textOf(quote)
        return marked === undefined
          ? []
          : [{ text: marked, note: textOf(text), madeAt: instantOf(created_at ?? undefined) }]
      }),
      readAt: instantOf(entry.archived_at ?? undefined),
      isRead: isSet(entry.is_archived) || isSet(entry.is_read),
      starred: isSet(entry.is_starred) || isSet(entry.is_fav),
    },
  }
}

export const isWallabag = (head: Uint8Array): boolean =>
  hasKeys(head, '[', 'url') && (hasKeys(head, '[', 'is_archived') || hasKeys(head, '[', 'is_read', 'is_fav'))

/**
 * wallabag's JSON: an array of entries as `src/Entity/Entry.php` serialises them for export (`content` is the article's
 * HTML, `tags` labels, `annotations` with `quote` and `text`, `published_by` authors), and those of version 1
 * (`src/Import/WallabagV1Import.php`: `is_read`, `is_fav`, tags in one string). What wallabag could not fetch
 * (`is_not_parsed`) has its error message for content and is a link.
 */
export const readWallabag: FormatReader = file =>
  orNothingInIt(file, readJsonExport(file, jsonElements(file.stream()), entrySchema, readEntry))
