import { z } from 'zod'
import { type Article, articleSchema } from '../model/article.ts'
import { type Block, blockSchema } from '../model/body.ts'
import { type ChronologyEvent, chronologyEventSchema } from '../model/chronology.ts'
import { type Clipping, type ClippingMarks, clippingMarksSchema, clippingSchema } from '../model/clipping.ts'
import { type Collection, collectionSchema } from '../model/collection.ts'
import { type Operation, operationSchema } from '../model/library-change.ts'
import { type OutletRule, outletRuleSchema } from '../model/outlet-rule.ts'
import { type SavedSearch, savedSearchSchema } from '../model/saved-search.ts'
import { TAG_COLOURS, type Tag, tagSchema } from '../model/tag.ts'

/**
 * What this version understands of records that a newer one wrote, for reading alone: fields that it does not know
 * are passed over, and one whose value it does not know counts as not stated. Undefined where what is left is no
 * record: one without an id, or without the day on which it was clipped.
 */
type Lenient<T> = (json: unknown) => T | undefined

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** The fields of a record that fit its schema; of a list the members that do. */
function fittingFields(
  schema: z.ZodObject,
  json: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(schema.shape)) {
    const value = json[key]
    const parsed = z.safeParse(field, value)
    if (parsed.success) {
      if (parsed.data !== undefined) fields[key] = parsed.data
    } else if (Array.isArray(value) && field instanceof z.ZodArray)
      fields[key] = value.flatMap((each: unknown) => {
        const member = z.safeParse(field.element, each)
        return member.success ? [member.data] : []
      })
  }
  return fields
}

const lenient =
  <T>(schema: z.ZodObject & z.ZodType<T>, unstated: Partial<T>): Lenient<T> =>
  json => {
    const exact = schema.safeParse(json).data
    if (exact !== undefined || !isRecord(json)) return exact
    return schema.safeParse({ ...unstated, ...fittingFields(schema, json) }).data
  }

const clippingOnceDated = lenient<Clipping>(clippingSchema, {
  title: '',
  bylines: [],
  sources: [],
  reportedBy: [],
  editors: [],
  language: 'und',
  published: 'not-looked-for',
  originals: [],
  tags: [],
  collections: [],
  starred: false,
  excerpt: '',
  length: 0,
  articleRevision: 1,
})

export const lenientClipping: Lenient<Clipping> = json =>
  clippingOnceDated(isRecord(json) ? { updatedAt: json['clippedAt'], ...json } : json)

const lenientMarks: Lenient<ClippingMarks> = lenient<ClippingMarks>(clippingMarksSchema, {})

export const lenientTag: Lenient<Tag> = lenient<Tag>(tagSchema, { colour: TAG_COLOURS[0] })
export const lenientCollection: Lenient<Collection> = lenient<Collection>(collectionSchema, {})
export const lenientSavedSearch: Lenient<SavedSearch> = lenient<SavedSearch>(savedSearchSchema, {})
export const lenientOutletRule: Lenient<OutletRule> = lenient<OutletRule>(outletRuleSchema, {})
export const lenientEvent: Lenient<ChronologyEvent> = lenient<ChronologyEvent>(chronologyEventSchema, {})

/** Undefined for an operation of a kind that this version does not know, too. */
export const lenientOperation: Lenient<Operation> = json => {
  const exact = operationSchema.safeParse(json).data
  if (exact !== undefined || !isRecord(json)) return exact
  return operationSchema.safeParse({
    ...json,
    clipping: lenientClipping(json['clipping']),
    marks: lenientMarks(json['marks']),
    tag: lenientTag(json['tag']),
    collection: lenientCollection(json['collection']),
    savedSearch: lenientSavedSearch(json['savedSearch']),
    outletRule: lenientOutletRule(json['outletRule']),
    event: lenientEvent(json['event']),
  }).data
}

const articleOnceRead = lenient<Article>(articleSchema, {
  figures: [],
  setAside: [],
  statements: {},
  datesInText: [],
  extractorVersion: 1,
})

/** A block of the body that this version does not know is its text, in a paragraph: no word is left out. */
export const lenientArticle: Lenient<Article> = json => {
  if (!isRecord(json) || !isRecord(json['body']) || !Array.isArray(json['body']['children'])) return undefined
  const children = json['body']['children'].map((node: unknown, index) => lenientBlock(node, index))
  return articleOnceRead({ ...json, body: { type: 'root', children } })
}

function lenientBlock(node: unknown, index: number): Block {
  const block = blockSchema.safeParse(node).data
  if (block !== undefined) return block
  const text = textWithin(node)
  const properties = isRecord(node) && isRecord(node['properties']) ? node['properties'] : {}
  const order = properties['dataOrder']
  const dataOrder = typeof order === 'number' && Number.isSafeInteger(order) && order >= 0 ? order : index
  return {
    type: 'element',
    tagName: 'p',
    properties: { dataOrder },
    children: [{ type: 'text', value: text }],
  }
}

function textWithin(node: unknown): string {
  if (!isRecord(node)) return ''
  if (typeof node['value'] === 'string') return node['value']
  return Array.isArray(node['children']) ? node['children'].map(textWithin).join('') : ''
}
