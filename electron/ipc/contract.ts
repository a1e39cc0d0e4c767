import { z } from 'zod'
import { articleSchema } from '../core/model/article.ts'
import { articleDiffSchema } from '../core/model/article-diff.ts'
import { citationStyleSchema, MOST_CITED } from '../core/model/citation-style.ts'
import { clippingSchema } from '../core/model/clipping.ts'
import { collectionSchema } from '../core/model/collection.ts'
import { creditedSourceSchema } from '../core/model/credited-source.ts'
import { editedAnswerSchema, MOST_EDITED } from '../core/model/edited-file.ts'
import { exportPresetSchema } from '../core/model/export-preset.ts'
import { draggedRequestSchema, exportRequestSchema } from '../core/model/export-request.ts'
import { exportTemplateSchema, templateTextSchema } from '../core/model/export-template.ts'
import { filePathSchema } from '../core/model/file-path.ts'
import { HIGHLIGHT_COLOURS, highlightSchema } from '../core/model/highlight.ts'
import {
  clippingIdSchema,
  collectionIdSchema,
  outletRuleIdSchema,
  savedSearchIdSchema,
} from '../core/model/identifiers.ts'
import { changeLabelSchema } from '../core/model/library-change.ts'
import {
  countsSchema,
  facetsSchema,
  filterSchema,
  laneKindSchema,
  lanesSchema,
  listingSchema,
  rowSchema,
  snippetSchema,
} from '../core/model/listing.ts'
import { leftOutSchema } from '../core/model/original-page.ts'
import { outletRuleSchema } from '../core/model/outlet-rule.ts'
import { overviewSchema } from '../core/model/overview.ts'
import { savedSearchSchema } from '../core/model/saved-search.ts'
import { MOST_KEPT, settingsSchema } from '../core/model/settings.ts'
import { spokenQuoteSchema } from '../core/model/spoken-quote.ts'
import { TAG_COLOURS, tagNameSchema } from '../core/model/tag.ts'
import { lookAlikeSchema, tagSuggestionSchema } from '../core/model/tag-advice.ts'
import { chronologyEvents, chronologyRequests } from './chronology.ts'
import { type failureCodeSchema, failureSchema } from './failure.ts'
import { importEvents, importRequests } from './import.ts'
import {
  backupPreviewSchema,
  backupSchema,
  clippingVersionSchema,
  knownLibrarySchema,
  libraryReportSchema,
  libraryStateSchema,
} from './library-care.ts'
import type { PayloadLimits } from './payload.ts'

export { failureCodeSchema } from './failure.ts'

const count = z.number().int().nonnegative()
const nothing = z.object({})
const querySchema = filterSchema.shape.query
const ids = z.array(clippingIdSchema).min(1)

/** What the user sees undone or redone by name, and how many clippings changed. */
const changedSchema = z.object({ seq: count, label: changeLabelSchema })

/** A job that was started; null where the user chose no place for it. Its progress and end come as events. */
const startedSchema = z.object({ job: z.string().nullable() })

const backup = z.object({ id: z.string().min(1) })

/** What reading a clipping's original anew would change; names of a list are one a line, null is "not stated". */
const rereadingSchema = z.object({
  id: clippingIdSchema,
  title: z.string(),
  fields: z.array(
    z.object({
      field: z.enum(['title', 'bylines', 'sources', 'editors', 'published']),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Blocks of the body. */
  body: z.object({ added: count, removed: count, changed: count }),
  /** Highlights whose passage is not found in the new text; they are kept. */
  lostHighlights: count,
})

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

/** A place in a block of the body, in UTF-16 units of its words. */
const blockPlaceSchema = z.object({ order: count, at: count })

/** What can be done to one or many clippings at once, each as one change with one undo. */
export const markSchema = z.discriminatedUnion('mark', [
  z.object({ mark: z.literal('starred'), on: z.boolean() }),
  z.object({ mark: z.literal('read'), on: z.boolean() }),
  z.object({ mark: z.literal('trashed'), on: z.boolean() }),
  z.object({ mark: z.literal('tag'), on: z.boolean(), tag: tagNameSchema }),
  z.object({ mark: z.literal('collection'), on: z.boolean(), collection: collectionIdSchema }),
])

/** What went wrong around the window and was mended. */
const noticeSchema = z.enum([
  'window-reopened',
  'settings-damaged',
  'settings-unreadable',
  'settings-newer',
  'libraries-damaged',
])

/** A route as the address of a window has it: what it exports may be some hundred clippings by name. */
export const routeSchema = z.string().max(40_000)

/** A request: its schemas, and how much its input may carry where that is more than usual. */
export interface RequestContract {
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly most?: Partial<PayloadLimits>
}

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
          /** What opening had to mend, in the order it happened; empty on a normal day, and once a window was told. */
          repairs: z.array(z.enum(['torn-tail-cut', 'stale-lock-taken', 'migrated'])),
        }),
        z.object({ state: z.literal('closed'), path: z.string(), failure: failureSchema }),
      ]),
    }),
  },
  /**
   * The address that the system gave the app to open since it was last asked; null where there was none, its clipping null
   * where it leads to none of the open library. The event `app:link-given` says that there is one.
   */
  'app:take-link': {
    input: nothing,
    output: z.object({ link: z.object({ clipping: clippingIdSchema.nullable() }).nullable() }),
  },
  /** What is to be said of what happened before the window opened; each is given once. */
  'app:take-notices': { input: nothing, output: z.object({ notices: z.array(noticeSchema) }) },
  /**
   * Opens another window at a route: as large as the one in front, or one to read a clipping in. `too-many-windows` where
   * twenty are open.
   */
  'window:open': {
    input: z.object({ route: routeSchema, form: z.enum(['whole', 'reading']) }),
    output: nothing,
  },
  /** What "copy diagnostics" shows and copies, and nothing beside it. */
  'app:diagnostics': { input: nothing, output: z.object({ text: z.string() }) },
  'settings:set': { input: settingsSchema, output: settingsSchema },
  /** What the native menu says for Undo and Redo, in the words of the window; null where it says no more than that. */
  'menu:say-history': {
    input: z.object({ undo: z.string().max(2000).nullable(), redo: z.string().max(2000).nullable() }),
    output: nothing,
  },
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
  /** Where the clippings stand in the list, counted from 0; null for one that is not in it. */
  'library:places': {
    input: z.object({ filter: filterSchema, ids: z.array(clippingIdSchema) }),
    output: z.object({ version: count, places: z.array(count.nullable()) }),
  },
  /**
   * How many clippings the filter shows on which days, whatever days it chooses; by the hour only those of its days,
   * and by the day all the same where these are too many.
   */
  'library:counts': {
    input: z.object({ filter: filterSchema, unit: z.enum(['day', 'hour']) }),
    output: countsSchema,
  },
  /** The same by the day for each of the sources, tags or collections that have the most. */
  'library:lanes': {
    input: z.object({ filter: filterSchema, by: laneKindSchema }),
    output: lanesSchema,
  },
  /** Asks for a file and writes the picture of the timeline into it; `path` is null where the user chose none. */
  'timeline:save-picture': {
    input: z.object({
      name: z.string().max(200),
      ending: z.enum(['svg', 'png']),
      bytes: z.instanceof(Uint8Array),
    }),
    most: { bytes: 256_000_000 },
    output: z.object({ path: z.string().nullable() }),
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
  'library:state': { input: nothing, output: libraryStateSchema },
  /** Libraries that were open before, at most ten. */
  'library:recent': { input: nothing, output: z.object({ libraries: z.array(knownLibrarySchema) }) },
  /**
   * Closes the open library and opens the one in the folder, asking for it where no path is given; the path of
   * the present one opens that again. Where it does not open, the one before stays open and the failure says why.
   * Null where the user chose none.
   */
  'library:open': {
    input: z.object({ path: filePathSchema.optional() }),
    output: z.object({ library: libraryStateSchema.nullable() }),
  },
  /** Asks where, makes a library there and opens it. */
  'library:new': { input: nothing, output: z.object({ library: libraryStateSchema.nullable() }) },
  /** Asks for the folder that is to hold the library's, and moves it there; nothing can be written meanwhile. */
  'library:move': { input: nothing, output: startedSchema },
  /** The same for a copy; this library stays open. */
  'library:copy': { input: nothing, output: startedSchema },
  'library:verify': { input: nothing, output: startedSchema },
  /** Closes the library, mends what can be mended, and opens it again. */
  'library:repair': { input: nothing, output: startedSchema },
  /** Asks for a file, and puts the whole library into it. */
  'library:archive': { input: nothing, output: startedSchema },
  /** Asks for such a file and for a new folder, and makes a library there; `library:open` opens it. */
  'library:import-archive': { input: nothing, output: startedSchema },
  'backup:list': {
    input: nothing,
    /** Newest first; `unreadable` are files that have the name of a backup. */
    output: z.object({
      folder: z.string(),
      backups: z.array(backupSchema),
      unreadable: z.array(z.string()),
    }),
  },
  'backup:take': { input: nothing, output: startedSchema },
  'backup:verify': { input: nothing, output: startedSchema },
  'backup:preview': { input: backup, output: backupPreviewSchema },
  /** Asks for a new folder and makes a library of the backup there; `library:open` opens it. */
  'backup:restore': { input: backup, output: startedSchema },
  'backup:clipping-versions': {
    input: z.object({ id: clippingIdSchema }),
    output: z.object({ versions: z.array(clippingVersionSchema) }),
  },
  /** Gives a clipping back what it was, as one change; one that is as it was answers with a count of 0. */
  'backup:restore-clipping': {
    input: z.object({ backup: z.string().min(1), clipping: clippingIdSchema }),
    output: changedSchema,
  },
  /** Removes everything in the trash from the library, as one change. */
  'trash:empty': { input: nothing, output: changedSchema },
  'clip:paste': {
    input: z.object({ text: z.string(), html: z.string().optional() }),
    // A page brings its pictures along in its markup.
    most: { characters: 256_000_000 },
    output: keptSchema,
  },
  /** Sends a paste to the page, for the button and the menu: the page's own paste event does the rest. */
  'clip:request-paste': { input: nothing, output: nothing },
  /** What was dropped on the window and lies on no disk, a picture out of a page: name and bytes. */
  'clip:files': {
    input: z.object({
      files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).min(1),
    }),
    most: { bytes: 1_000_000_000 },
    output: openedSchema,
  },
  ...importRequests,
  /**
   * Clips the pages of the sample as one change, in a collection of their own, unless they are there; `clipping` is the one
   * to begin with, `collection` null where it was taken out of its own.
   */
  'sample:open': {
    input: z.object({ language: z.enum(['en', 'zh-Hans']) }),
    output: z.object({ collection: collectionIdSchema.nullable(), clipping: clippingIdSchema }),
  },
  /** Removes the sample from the library, with its collection and tags where nothing else has them, as one change. */
  'sample:remove': { input: nothing, output: changedSchema },
  /** How many clippings of the sample the library has. */
  'sample:find': { input: nothing, output: z.object({ clippings: count }) },
  'clipping:get': { input: z.object({ id: clippingIdSchema }), output: keptSchema },
  'clipping:edit': {
    input: z.object({ id: clippingIdSchema, edits: fieldEditsSchema }),
    /** `offer` is a rule for the outlet that would have given the correction, where there is one and it is new. */
    output: changedSchema.extend({ offer: outletRuleSchema.omit({ id: true }).optional() }),
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
  /** Marks what lies between two places of the body; the same passage again gives it the other colour. */
  'clipping:highlight': {
    input: z.object({
      id: clippingIdSchema,
      from: blockPlaceSchema,
      to: blockPlaceSchema,
      colour: z.enum(HIGHLIGHT_COLOURS),
    }),
    output: changedSchema,
  },
  'clipping:change-highlight': {
    input: z.object({
      id: clippingIdSchema,
      highlight: z.string(),
      colour: z.enum(HIGHLIGHT_COLOURS).optional(),
      note: z.string().max(10_000).optional(),
    }),
    output: changedSchema,
  },
  'clipping:remove-highlight': {
    input: z.object({ id: clippingIdSchema, highlight: z.string() }),
    output: changedSchema,
  },
  /** The highlights of the whole library that fit a filter, the last made first: `start` and `count` cut out what is on show. */
  'library:highlights': {
    input: z.object({
      query: z.string().max(500),
      colours: z.array(z.enum(HIGHLIGHT_COLOURS)),
      isNoted: z.boolean(),
      start: count,
      count: z.number().int().positive().max(200),
    }),
    output: z.object({
      total: count,
      /** Of any filter. */
      all: count,
      /** Articles with highlights that could not be read. */
      unread: count,
      counts: z.record(z.enum(HIGHLIGHT_COLOURS), count),
      marked: z.array(
        z.object({
          clipping: clippingSchema.pick({
            id: true,
            title: true,
            url: true,
            bylines: true,
            source: true,
            language: true,
            published: true,
          }),
          highlight: highlightSchema,
        }),
      ),
    }),
  },
  /** What words within a block mean: a date (EDTF), null for no date; absent for as they are read. */
  'clipping:correct-date': {
    input: z.object({
      id: clippingIdSchema,
      from: blockPlaceSchema,
      to: blockPlaceSchema,
      edtf: z.string().max(100).nullable().optional(),
    }),
    output: changedSchema,
  },
  ...chronologyRequests,
  /** What the article quotes, in reading order. */
  'clipping:quotes': {
    input: z.object({ id: clippingIdSchema }),
    output: z.object({ quotes: z.array(spokenQuoteSchema) }),
  },
  /** Whom the article names for what it tells, in reading order. */
  'clipping:sources': {
    input: z.object({ id: clippingIdSchema }),
    output: z.object({ sources: z.array(creditedSourceSchema) }),
  },
  /**
   * The first original that is a page, at an address of ours for a sandboxed frame, with what it is shown without; or why
   * there is none to show.
   */
  'clipping:original-page': {
    input: z.object({ id: clippingIdSchema }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('page'), address: z.string(), leftOut: leftOutSchema }),
      z.object({ state: z.enum(['not-a-page', 'missing', 'too-large']) }),
    ]),
  },
  /** The original as it was imported, as text, for reading only. */
  'clipping:original': {
    input: z.object({ id: clippingIdSchema, sha256: z.string() }),
    output: z.object({ text: z.string(), truncated: z.boolean() }),
  },
  /**
   * Clippings with the same text in the main, the clipping among them, the earliest published first. `resemblance` is
   * how like the clipping's text each is, from 0 to 1; null while that is not known.
   */
  'family:list': {
    input: z.object({ id: clippingIdSchema }),
    output: z.object({
      members: z.array(
        z.object({ clipping: clippingSchema, resemblance: z.number().min(0).max(1).nullable() }),
      ),
    }),
  },
  /** Clippings of the same page whose text changed in between, the clipping among them, the earliest clipped first. */
  'version:list': {
    input: z.object({ id: clippingIdSchema }),
    output: z.object({ versions: z.array(clippingSchema) }),
  },
  /** What differs between the articles of two clippings, in the order of the later one. */
  'article:diff': {
    input: z.object({ before: clippingIdSchema, after: clippingIdSchema }),
    output: articleDiffSchema,
  },
  /**
   * Reads originals anew with the extractor of now, and changes nothing: all clippings whose articles an older one
   * read, or those that are named. Ends as `done`, with how many it would change; `reextract:preview` says how.
   */
  'reextract:plan': { input: z.object({ ids: ids.optional() }), output: startedSchema },
  /** What a plan found, in the order in which it was read; until the next plan begins. */
  'reextract:preview': {
    input: z.object({ job: z.string(), start: count, count: count.max(500) }),
    output: z.object({ total: count, unreadable: count, changes: z.array(rereadingSchema) }),
  },
  /** What reading one clipping anew would make of its text. */
  'reextract:diff': { input: z.object({ id: clippingIdSchema }), output: articleDiffSchema },
  /** Takes over what reading these clippings anew gives, as one change. */
  'reextract:apply': { input: z.object({ ids }), output: startedSchema },
  /** What corrections taught about outlets, in the order in which it was learnt. */
  'rule:list': { input: nothing, output: z.object({ rules: z.array(outletRuleSchema) }) },
  /** With an id the rule takes the place of that one; one that says what another says already is not kept twice. */
  'rule:save': {
    input: z.object({ rule: outletRuleSchema.partial({ id: true }) }),
    output: changedSchema,
  },
  'rule:delete': { input: z.object({ id: outletRuleIdSchema }), output: changedSchema },
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
  /** Deletes those of the tags that no clipping has, trashed ones included, nor any tag below them; as one change. */
  'tag:delete-unused': { input: z.object({ names: z.array(tagNameSchema).min(1) }), output: changedSchema },
  /** Tags that may be one, the surest first. */
  'tag:look-alikes': { input: nothing, output: z.object({ pairs: z.array(lookAlikeSchema) }) },
  /** Tags that the text of a clipping speaks for, the likeliest first. None is applied by itself. */
  'tag:suggest': {
    input: z.object({ id: clippingIdSchema }),
    output: z.object({ suggestions: z.array(tagSuggestionSchema) }),
  },
  /** How many of these clippings have each tag, and are in each collection. */
  'tag:of-clippings': {
    input: z.object({ ids }),
    output: z.object({
      clippings: count,
      tags: z.array(z.object({ name: tagNameSchema, count })),
      collections: z.array(z.object({ id: collectionIdSchema, count })),
    }),
  },
  'collection:create': {
    input: z.object({
      name: z.string(),
      ids: z.array(clippingIdSchema),
      /** The collection that it is to stand in. */
      parent: collectionIdSchema.optional(),
    }),
    output: changedSchema.extend({ collection: collectionSchema }),
  },
  'collection:rename': {
    input: z.object({ id: collectionIdSchema, name: z.string() }),
    output: changedSchema,
  },
  'collection:delete': { input: z.object({ id: collectionIdSchema }), output: changedSchema },
  /** Puts it into another, or to the top; before one that stands there, or behind them. */
  'collection:move': {
    input: z.object({
      id: collectionIdSchema,
      parent: collectionIdSchema.nullable(),
      before: collectionIdSchema.nullable(),
    }),
    output: changedSchema,
  },
  /** Puts clippings before another of the collection's list by hand, or at its end; `clock` orders the others. */
  'collection:arrange': {
    input: z.object({
      id: collectionIdSchema,
      ids,
      before: clippingIdSchema.nullable(),
      clock: filterSchema.shape.clock,
    }),
    output: changedSchema,
  },
  'search:save': {
    input: savedSearchSchema.pick({ query: true }).extend({ name: z.string() }),
    output: changedSchema.extend({ savedSearch: savedSearchSchema }),
  },
  'search:rename': { input: z.object({ id: savedSearchIdSchema, name: z.string() }), output: changedSchema },
  'search:move': {
    input: z.object({
      id: savedSearchIdSchema,
      parent: collectionIdSchema.nullable(),
      before: savedSearchIdSchema.nullable(),
    }),
    output: changedSchema,
  },
  'search:delete': { input: z.object({ id: savedSearchIdSchema }), output: changedSchema },
  'history:undo': { input: nothing, output: changedSchema },
  'history:redo': { input: nothing, output: changedSchema },
  /**
   * References of clippings in a style, for the clipboard: those that are still there, each in its own language, those in
   * `language` before the others where the style orders its list.
   */
  'citation:format': {
    input: z.object({
      ids: ids.max(MOST_CITED),
      style: citationStyleSchema,
      language: z.enum(['en', 'zh-Hans']),
    }),
    output: z.object({ text: z.string(), html: z.string(), count }),
  },
  /** How much would be written, its first articles, and where the format is text its beginning. */
  'export:preview': {
    /** `draft` stands for the template that the request names, while it is being written. */
    input: exportRequestSchema.extend({ draft: templateTextSchema.optional() }),
    output: z.object({
      articles: count,
      text: z.string(),
      truncated: z.boolean(),
      contents: z.array(z.object({ title: z.string(), detail: z.string() })),
    }),
  },
  /** The user's templates, and the presets that name them; no other setting is touched. */
  'export:keep-templates': {
    input: z.object({
      exportTemplates: z.array(exportTemplateSchema).max(MOST_KEPT),
      exportPresets: z.array(exportPresetSchema).max(MOST_KEPT),
    }),
    output: nothing,
  },
  /**
   * Lays out the book that an export as PDF would be, a single clipping without cover and contents, then shows the system's
   * dialog for printing; a job, which ends as `cancelled` where the user cancels either.
   */
  'export:print': { input: exportRequestSchema, output: startedSchema },
  /**
   * Writes clippings as Markdown files that stand alone, one each, for a drag out of the window; it names the drag, and the
   * folder that is the app's own for such files.
   */
  'drag:prepare': { input: draggedRequestSchema, output: z.object({ drag: z.string(), folder: z.string() }) },
  /**
   * Shows the system's menu for sharing, of what the request names: titles, addresses, and Markdown files that stand alone.
   * Only on macOS; elsewhere nothing asks for it, and it fails as `not-found`.
   */
  'clipping:share': { input: draggedRequestSchema, output: nothing },
  /** Drags what was prepared, once, while the pointer is held. */
  'drag:start': { input: z.object({ drag: z.string() }), output: nothing },
  /** Asks where to write, then starts; progress and the end come as events. Null where the user cancelled. */
  'export:start': {
    /** `again` is one that ended as `export-edited`: to the same place, with what becomes of the files. */
    input: exportRequestSchema.extend({
      again: z.object({ job: z.string(), answers: z.array(editedAnswerSchema).max(MOST_EDITED) }).optional(),
    }),
    output: z.object({ job: z.string().nullable() }),
  },
  /** Any job; it ends as `cancelled`, unless it was done first. */
  'job:cancel': { input: z.object({ job: z.string() }), output: nothing },
  /** Shows what a job wrote in the system's file browser. */
  'job:reveal': { input: z.object({ job: z.string() }), output: nothing },
} as const satisfies Record<string, RequestContract>

/** What the main process tells the window without being asked. */
export const events = {
  /** The library changed, by whichever window or command; queries of an older version are stale. */
  'library:changed': z.object({ version: count }),
  /** Another library is open, or this one's state is another; all that was asked of one at another path is stale. */
  'library:state-changed': libraryStateSchema,
  'settings:changed': settingsSchema,
  'job:progress': z.object({ job: z.string(), done: count, total: count }),
  'job:ended': z.object({
    job: z.string(),
    outcome: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('done'),
        path: z.string(),
        files: count,
        /** Of an export: so many pictures, if any, that its format cannot show. */
        picturesLeftOut: count.optional(),
        /** Of a job on the library or its backups. */
        report: libraryReportSchema.optional(),
      }),
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('failed'), failure: failureSchema }),
    ]),
    /** The window that started it is closed by now: this one, the one in front, tells of its end. */
    isOrphan: z.literal(true).optional(),
  }),
  ...importEvents,
  ...chronologyEvents,
  /** The system gave the app an address of its own to open. */
  'app:link-given': nothing,
  /** A command of the native menu, carried out by the window that has the focus. */
  'menu:command': z.object({
    command: z.enum([
      'undo',
      'redo',
      'open',
      'import-folder',
      'export',
      'print',
      'share',
      'settings',
      'find',
      'palette',
      'timeline',
      'chronology',
      'tags',
      'export-view',
      'import-view',
      'new-library',
      'open-library',
      'library',
      'backups',
      'take-backup',
      'verify-library',
      'empty-trash',
      'diagnostics',
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
export type LibraryState = z.infer<typeof libraryStateSchema>
export type LibraryReport = z.infer<typeof libraryReportSchema>
export type Finding = Extract<LibraryReport, { of: 'verify' }>['findings'][number]
export type Rereading = z.infer<typeof rereadingSchema>
export type FieldEdits = z.infer<typeof fieldEditsSchema>
export type Mark = z.infer<typeof markSchema>
export type Answer<C extends Channel> = { ok: true; value: Output<C> } | { ok: false; error: Failure }

/** What the preload puts on `window.cuttings`: contract methods only. */
export interface Bridge {
  request<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<C>>
  /** Returns the function that stops listening. */
  on<E extends EventChannel>(event: E, listener: (payload: Payload<E>) => void): () => void
  /** Where a file lies that was dropped or chosen; empty for one that only the page knows, such as a dragged picture. */
  pathOf(file: File): string
}
