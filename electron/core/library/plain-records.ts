import type { z } from 'zod'
import { ASSET_TYPES, assetSchema } from '../model/asset.ts'
import {
  type Clipping,
  clippingMarksSchema,
  clippingSchema,
  originalSchema,
  reportedBySchema,
  sourceSchema,
} from '../model/clipping.ts'
import { edtfSchema } from '../model/edtf.ts'
import { instantSchema } from '../model/identifiers.ts'
import type { Operation } from '../model/library-change.ts'
import { originSchema, statedDateSchema } from '../model/stated.ts'
import { tagNameSchema } from '../model/tag.ts'

/**
 * Quick looks at records that come from the library's own files, where parsing 100,000 of them with their schema
 * takes longer than reading them. A look says yes only where the schema would accept the very value and give it
 * back as it is, keys in their order; where it says no, the schema decides.
 */

type Look = (value: unknown) => boolean

/** Whether the schema itself gives the value back, for what is rare or hard to say otherwise. */
const accepts =
  (schema: z.ZodType): Look =>
  value =>
    schema.safeParse(value).data === value && value !== undefined

/** So many different values of one kind are remembered. */
const MEMORY = 10_000

/** For values that recur. */
function remembered(look: Look): Look {
  const known = new Set<unknown>()
  return value => {
    if (known.has(value)) return true
    const yes = look(value)
    if (yes && known.size < MEMORY) known.add(value)
    return yes
  }
}

const matches =
  (pattern: RegExp, otherwise: Look = () => false): Look =>
  value =>
    typeof value === 'string' && (pattern.test(value) || otherwise(value))

const listOf =
  (look: Look): Look =>
  value => {
    if (!Array.isArray(value)) return false
    for (const each of value) if (!look(each)) return false
    return true
  }

/** An object with these keys, in the order of the schema, those that it requires, and no others. */
function recordOf<S extends z.ZodObject>(schema: S, looks: { readonly [K in keyof S['shape']]: Look }): Look {
  const keys = Object.keys(schema.shape)
  const places = new Map(
    keys.map((key, place) => [
      key,
      { place, look: looks[key as keyof S['shape']], required: !isOptional(schema, key) },
    ]),
  )
  const required = [...places.values()].filter(each => each.required).length
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    let found = 0
    let last = -1
    for (const key in value) {
      const known = places.get(key)
      if (known === undefined || known.place <= last || !known.look((value as Record<string, unknown>)[key]))
        return false
      last = known.place
      if (known.required) found++
    }
    return found === required
  }
}

/** True where the schema does without the key. */
const isOptional = (schema: z.ZodObject, key: string): boolean =>
  schema.shape[key]?.safeParse(undefined).success === true

const text: Look = value => typeof value === 'string'
const filled: Look = value => typeof value === 'string' && value !== ''
const flag: Look = value => typeof value === 'boolean'
const from =
  (least: number): Look =>
  value =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least

/** The days that every month has; the schema knows the others. */
const DAY = String.raw`[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])`
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`
const instant = matches(new RegExp(`^${DAY}T${CLOCK}:[0-5]\\d\\.\\d{3}Z$`), accepts(instantSchema))
const edtf = matches(
  new RegExp(`^${DAY}(?:T${CLOCK}(?::[0-5]\\d)?(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d)?)?$`),
  accepts(edtfSchema),
)
const id = matches(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

const { url: urlSchema, language: languageSchema } = clippingSchema.shape

const source = recordOf(sourceSchema, {
  name: filled,
  url: remembered(accepts(sourceSchema.shape.url)),
  aliasOf: text,
})

const origins: ReadonlySet<unknown> = new Set(originSchema.options)
const stated = recordOf(statedDateSchema, {
  origin: value => origins.has(value),
  evidence: text,
  confidence: value => typeof value === 'number' && value >= 0 && value <= 1,
  edtf,
  zone: value => value === 'stated' || value === 'assumed',
})

const assetTypes: ReadonlySet<unknown> = new Set(Object.keys(ASSET_TYPES))

const tags = listOf(remembered(accepts(tagNameSchema)))
const collections = listOf(id)

const marks = recordOf(clippingMarksSchema, {
  updatedAt: instant,
  tags,
  collections,
  starred: flag,
  readAt: instant,
  trashedAt: instant,
})

const clipping = recordOf(clippingSchema, {
  id,
  title: text,
  url: accepts(urlSchema),
  bylines: listOf(filled),
  source,
  sources: listOf(source),
  reportedBy: listOf(recordOf(reportedBySchema, { source: filled, phrase: filled })),
  editors: listOf(filled),
  language: remembered(accepts(languageSchema)),
  published: value => value === 'not-stated' || value === 'not-looked-for' || stated(value),
  happened: value => value === 'not-stated' || stated(value),
  clippedAt: instant,
  updatedAt: instant,
  originals: listOf(
    recordOf(originalSchema, {
      sha256: matches(/^[0-9a-f]{64}$/),
      mediaType: filled,
      byteLength: from(0),
      name: text,
    }),
  ),
  assets: listOf(
    recordOf(assetSchema, { sha256: matches(/^[0-9a-f]{64}$/), mediaType: value => assetTypes.has(value) }),
  ),
  tags,
  collections,
  starred: flag,
  readAt: instant,
  note: text,
  excerpt: text,
  length: from(0),
  articleRevision: from(1),
  highlights: from(1),
  familyId: text,
  previousVersion: id,
  trashedAt: instant,
})

/** False says nothing: ask {@link clippingSchema}. */
export const isPlainClipping = (value: unknown): value is Clipping => clipping(value)

/** False says nothing, and of most operations: ask the operations' schema. */
export function isPlainOperation(value: unknown): value is Operation {
  if (typeof value !== 'object' || value === null) return false
  const [first, second, third, ...others] = Object.keys(value)
  if (first !== 'op' || !('op' in value) || others.length > 0) return false
  if (second === 'clipping' && third === undefined && 'clipping' in value)
    return value.op === 'put-clipping' && clipping(value.clipping)
  if (second !== 'id' || !('id' in value) || !id(value.id)) return false
  if (third === undefined) return value.op === 'remove-clipping'
  return third === 'marks' && 'marks' in value && value.op === 'mark-clipping' && marks(value.marks)
}
