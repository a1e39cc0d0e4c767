import { z } from 'zod'
import { articleSchema } from '../core/model/article.ts'
import { clippingSchema } from '../core/model/clipping.ts'
import { collectionSchema } from '../core/model/collection.ts'
import { exportRequestSchema } from '../core/model/export-request.ts'
import { clippingIdSchema, collectionIdSchema, savedSearchIdSchema } from '../core/model/identifiers.ts'
import { changeLabelSchema } from '../core/model/library-change.ts'
import { facetsSchema, filterSchema, listingSchema, rowSchema, snippetSchema } from '../core/model/listing.ts'
import { overviewSchema } from '../core/model/overview.ts'
import { savedSearchSchema } from '../core/model/saved-search.ts'
import { settingsSchema } from '../core/model/settings.ts'
import { TAG_COLOURS, tagNameSchema } from '../core/model/tag.ts'

/** Why a request was not carried out. The interface puts each into words that say what to do. */
export const failureCodeSchema = z.enum([
  'invalid-input',
  'unknown-sender',
  'internal',
  'nothing-to-clip',
  'too-large',
  'unsupported-file',
  'unreadable-file',
  'not-found',
  'name-taken',
  'invalid-name',
  'invalid-date',
  'nothing-to-undo',
  'disk-full',
  'read-only',
  'write-failed',
  'library-locked',
  'library-newer',
  'library-damaged',
  'cancelled',
  'export-failed',
  'nothing-to-export',
])

export const failureSchema = z.object({
  code: failureCodeSchema,
  /** For the log and for "copy details"; not shown by itself and never text of an article. */
  message: z.string(),
  detail: z.string().optional(),
})

const count = z.number().int().nonnegative()
const nothing = z.object({})
const querySchema = filterSchema.shape.query
const ids = z.array(clippingIdSchema).min(1)

/** What the user sees undone or redone by name, and how many clippings changed. */
const changedSchema = z.object({ seq: count, label: changeLabelSchema })

const keptSchema = z.object({
  clipping: clippingSchema,
  article: articleSchema,
})

/** What became of files: `failed` names those that were not clipped, and why. */
const openedSchema = z.object({
  kept: z.array(clippingIdSchema),
  failed: z.array(z.object({ name: z.string(), failure: failureSchema })),
})

/** A field's new value; the evidence becomes the user's word. Undefined fields stay as they are. */
export const fieldEditsSchema = z.object({
  title: z.string().min(1).max(1000).optional(),
  bylines: z.array(z.string().min(1).max(300)).optional(),
  sources: z.array(z.string().min(1).max(300)).optional(),
  editors: z.array(z.string().min(1).max(300)).optional(),
  /** EDTF, or null for "not stated". */
  published: z.string().max(100).nullable().optional(),
  note: z.string().max(100_000).optional(),
})

/** What can be done to one or many clippings at once, each as one change with one undo. */
export const markSchema = z.discriminatedUnion('mark', [
  z.object({ mark: z.literal('starred'), on: z.boolean() }),
  z.object({ mark: z.literal('read'), on: z.boolean() }),
  z.object({ mark: z.literal('trashed'), on: z.boolean() }),
  z.object({ mark: z.literal('tag'), on: z.boolean(), tag: tagNameSchema }),
  z.object({ mark: z.literal('collection'), on: z.boolean(), collection: collectionIdSchema }),
])

/** Every request the window can make: what goes in and what comes back when it succeeds. */
export const requests = {
  'app:start': {
    input: nothing,
    output: z.object({
      settings: settingsSchema,
      /** The operating system's preferred languages, BCP 47, first choice first. */
      systemLanguages: z.array(z.string()),
      platform: z.enum(['darwin', 'win32', 'linux']),
      version: z.string(),
      library: z.discriminatedUnion('state', [
        z.object({
          state: z.literal('open'),
          path: z.string(),
          /** True until the library holds its first clipping. */
          isNew: z.boolean(),
          /** What opening had to mend, in the order it happened; empty on a normal day. */
          repairs: z.array(z.enum(['torn-tail-cut', 'stale-lock-taken', 'migrated'])),
        }),
        z.object({ state: z.literal('closed'), path: z.string(), failure: failureSchema }),
      ]),
    }),
  },
  'settings:set': { input: settingsSchema, output: settingsSchema },
  'library:overview': { input: nothing, output: overviewSchema },
  'library:list': { input: filterSchema, output: listingSchema },
  /** Rows `start` to `start + count` of the listing that the same filter gives. */
  'library:rows': {
    input: z.object({ filter: filterSchema, start: count, count: count.max(500) }),
    output: z.object({ version: count, rows: z.array(rowSchema) }),
  },
  /** Every clipping that the filter shows, in order: for "select all" and for ranges. */
  'library:ids': {
    input: z.object({ filter: filterSchema, start: count, count }),
    output: z.object({ ids: z.array(clippingIdSchema) }),
  },
  /** Counts beside the list, over what the filter shows. */
  'library:facets': { input: z.object({ filter: filterSchema }), output: facetsSchema },
  /** Where a body has the words of the query; without any, its beginning. Clippings without an article are left out. */
  'search:snippets': {
    input: z.object({ query: querySchema, ids: z.array(clippingIdSchema).max(100) }),
    output: z.object({ snippets: z.array(snippetSchema) }),
  },
  /** Nobody waits for this query's answers any more; requests that still wait for a search end with `cancelled`. */
  'search:cancel': { input: z.object({ query: querySchema }), output: nothing },
  'library:reveal': { input: nothing, output: nothing },
  'clip:paste': {
    input: z.object({ text: z.string(), html: z.string().optional() }),
    output: keptSchema,
  },
  /** Sends a paste to the page, for the button and the menu: the page's own paste event does the rest. */
  'clip:request-paste': { input: nothing, output: nothing },
  /** Asks for files and clips each. */
  'clip:open': { input: nothing, output: openedSchema },
  /** Files that were dropped on the window: their names and bytes, since a page does not know their paths. */
  'clip:files': {
    input: z.object({
      files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).min(1),
    }),
    output: openedSchema,
  },
  'clip:sample': { input: z.object({ language: z.enum(['en', 'zh-Hans']) }), output: keptSchema },
  'clipping:get': { input: z.object({ id: clippingIdSchema }), output: keptSchema },
  'clipping:edit': {
    input: z.object({ id: clippingIdSchema, edits: fieldEditsSchema }),
    output: changedSchema,
  },
  'clipping:mark': { input: z.object({ ids, mark: markSchema }), output: changedSchema },
  'clipping:restore-block': {
    input: z.object({ id: clippingIdSchema, setAsideId: z.string() }),
    output: changedSchema,
  },
  /** The reverse: takes the block of the body at `order` out, where it can be seen and restored. */
  'clipping:set-block-aside': {
    input: z.object({ id: clippingIdSchema, order: count }),
    output: changedSchema,
  },
  /** The original as it was imported, as text, for reading only. */
  'clipping:original': {
    input: z.object({ id: clippingIdSchema, sha256: z.string() }),
    output: z.object({ text: z.string(), truncated: z.boolean() }),
  },
  'tag:create': {
    input: z.object({ name: z.string(), colour: z.enum(TAG_COLOURS).optional() }),
    output: changedSchema,
  },
  /** Renames the tag and every tag below it; where the new name exists, the two are merged. */
  'tag:rename': { input: z.object({ name: tagNameSchema, to: z.string() }), output: changedSchema },
  'tag:colour': {
    input: z.object({ name: tagNameSchema, colour: z.enum(TAG_COLOURS) }),
    output: changedSchema,
  },
  'tag:delete': { input: z.object({ name: tagNameSchema }), output: changedSchema },
  'collection:create': {
    input: z.object({ name: z.string(), ids: z.array(clippingIdSchema) }),
    output: changedSchema.extend({ collection: collectionSchema }),
  },
  'collection:rename': {
    input: z.object({ id: collectionIdSchema, name: z.string() }),
    output: changedSchema,
  },
  'collection:delete': { input: z.object({ id: collectionIdSchema }), output: changedSchema },
  'search:save': {
    input: savedSearchSchema.pick({ query: true }).extend({ name: z.string() }),
    output: changedSchema.extend({ savedSearch: savedSearchSchema }),
  },
  'search:rename': { input: z.object({ id: savedSearchIdSchema, name: z.string() }), output: changedSchema },
  'search:delete': { input: z.object({ id: savedSearchIdSchema }), output: changedSchema },
  'history:undo': { input: nothing, output: changedSchema },
  'history:redo': { input: nothing, output: changedSchema },
  /** The first part of what would be written, and how much there is. For PDF the text is the book's HTML outline. */
  'export:preview': {
    input: exportRequestSchema,
    output: z.object({
      articles: count,
      markdown: z.string(),
      truncated: z.boolean(),
      contents: z.array(z.object({ title: z.string(), detail: z.string() })),
    }),
  },
  /** Asks where to write, then starts; progress and the end come as events. Null where the user cancelled. */
  'export:start': { input: exportRequestSchema, output: z.object({ job: z.string().nullable() }) },
  'export:cancel': { input: z.object({ job: z.string() }), output: nothing },
  'export:reveal': { input: z.object({ job: z.string() }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** What the main process tells the window without being asked. */
export const events = {
  /** The library changed, by whichever window or command; queries of an older version are stale. */
  'library:changed': z.object({ version: count }),
  'settings:changed': settingsSchema,
  'job:progress': z.object({ job: z.string(), done: count, total: count }),
  'job:ended': z.object({
    job: z.string(),
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('done'), path: z.string(), files: count }),
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('failed'), failure: failureSchema }),
    ]),
  }),
  /** A command of the native menu, carried out by the window that has the focus. */
  'menu:command': z.object({
    command: z.enum([
      'undo',
      'redo',
      'open',
      'export',
      'settings',
      'find',
      'timeline',
      'tags',
      'export-view',
    ]),
  }),
} as const satisfies Record<string, z.ZodType>

export type Channel = keyof typeof requests
export type EventChannel = keyof typeof events
export type Input<C extends Channel> = z.infer<(typeof requests)[C]['input']>
export type Output<C extends Channel> = z.infer<(typeof requests)[C]['output']>
export type Payload<E extends EventChannel> = z.infer<(typeof events)[E]>
export type Failure = z.infer<typeof failureSchema>
export type FailureCode = z.infer<typeof failureCodeSchema>
export type FieldEdits = z.infer<typeof fieldEditsSchema>
export type Mark = z.infer<typeof markSchema>
export type Answer<C extends Channel> = { ok: true; value: Output<C> } | { ok: false; error: Failure }

/** What the preload puts on `window.cuttings`: contract methods only. */
export interface Bridge {
  request<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<C>>
  /** Returns the function that stops listening. */
  on<E extends EventChannel>(event: E, listener: (payload: Payload<E>) => void): () => void
}
