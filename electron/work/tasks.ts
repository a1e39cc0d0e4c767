import type { EventFound, ReportedClipping } from '../core/chronology/list-events.ts'
import type { Book } from '../core/export/book/book.ts'
import type { MovedNotes } from '../core/export/book/note-places.ts'
import type { ChronologyFormat, ChronologyPlan } from '../core/export/chronology/plan.ts'
import type { ReferenceList } from '../core/export/citation/reference-list.ts'
import type { ExportPlan } from '../core/export/plan.ts'
import type { ExportPreview } from '../core/export/preview.ts'
import type { Reread, RereadField } from '../core/library/reextract.ts'
import type { Article } from '../core/model/article.ts'
import type { ArticleDiff } from '../core/model/article-diff.ts'
import type { Body } from '../core/model/body.ts'
import type { ChronologyEvent, EventStatus, ListedEvent } from '../core/model/chronology.ts'
import type { CitationStyle } from '../core/model/citation-style.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { CreditedSource } from '../core/model/credited-source.ts'
import type { EditedAnswer } from '../core/model/edited-file.ts'
import type { ExportFormat, WrittenFormat } from '../core/model/export-formats.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type { ReadFailure } from '../core/model/import-item.ts'
import type { Snippet } from '../core/model/listing.ts'
import type { LeftOut } from '../core/model/original-page.ts'
import type { OutletRule } from '../core/model/outlet-rule.ts'
import type { Language } from '../core/model/settings.ts'
import type { SpokenQuote } from '../core/model/spoken-quote.ts'
import type { LookAlike, TagSuggestion } from '../core/model/tag-advice.ts'
import type { Result } from '../core/result.ts'
import type { FamilyFound } from '../core/similarity/family-index.ts'
import type { CountedTag } from '../core/tagging/look-alikes.ts'
import type { AssetBytes } from '../store/assets.ts'
import type { ClippingVersion } from '../store/backup/clipping-versions.ts'
import type { BackupComparison } from '../store/backup/compare-backup.ts'
import type { DescribedBackups } from '../store/backup/describe-backups.ts'
import type { PastClipping } from '../store/backup/past-clipping.ts'
import type { BackupsReport } from '../store/backup/verify-backups.ts'
import type { ExportPlace } from '../store/export-target.ts'
import type { LibraryFacts } from '../store/library-facts.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import type { VerifyReport } from '../store/verify.ts'
import type { ExportOf } from './export-source.ts'
import type { FindingGroup, MendedGroup } from './findings.ts'
import type { NextItem } from './import-reading.ts'
import type { PrintedPlaces } from './pdf-places.ts'
import type { ReadItem } from './read-item.ts'
import type { Pasted, ReadPaste } from './read-paste.ts'
import type { Exported } from './write-export.ts'

type Outcome<T> = Result<T, StoreFailure>

/** A chronology: of these clippings, as their articles say now, with what is kept of its events. */
export interface ChronologyOf {
  library: string
  /** Without a revision a clipping is only one that an event names. */
  clippings: (ReportedClipping & { revision: number | undefined })[]
  events: ChronologyEvent[]
}

interface ComparedClipping {
  id: string
  revision: number
  title: string
}

/** A library and the folder of its backups. */
interface Backups {
  library: string
  backups: string
}

/** How many clippings a library has after a change. */
interface Known {
  seq: number
  clippings: number
}

/** A library that was made anew: `lost` are files that its source could not give. */
interface MadeLibrary {
  files: number
  lost: string[]
  findings: FindingGroup[]
}

/** What the workers do: each task's input and output, both plain data that structured clone carries. */
export interface Tasks {
  /** Reads pasted text. */
  extract: { input: { text: string; clippedAt: string }; output: Extraction }
  /** Reads what was pasted, from its markup where that is at least as good as its text. */
  'read-paste': { input: Pasted; output: ReadPaste }
  /** Reads all items of a file whose bytes are in memory. */
  'read-bytes': {
    input: { name: string; bytes: Uint8Array; clippedAt: string }
    output: Result<ReadItem, ReadFailure>[]
  }
  /** Begins with a file of an import; the first `skip` of its items were read before. For a worker that reads nothing else. */
  'import-open': {
    input: { path: string; root: string | undefined; skip: number }
    output: Result<null, ReadFailure>
  }
  /** Takes the next item out of that file. */
  'import-next': { input: null; output: NextItem }
  /** Reads the text of the item that was taken out. */
  'import-read': { input: { clippedAt: string }; output: Result<ReadItem, ReadFailure> }
  /**
   * Ids of the clippings that the query finds, by all that is in their articles too, which are read from the library's
   * files. For where there is no index. `today` is `2025-07-19`.
   */
  'find-in-bodies': {
    input: {
      library: string
      query: string
      today: string
      clippings: Clipping[]
      collections: { id: string; name: string }[]
    }
    output: string[]
  }
  /** Opens the library's full-text index; `empty` is a new one. For a pool of one worker, which holds it. */
  'index-open': {
    input: { library: string }
    output: { state: 'ready'; seq: number } | { state: 'empty' } | { state: 'unavailable' }
  }
  /** Puts clippings as they are now, forgets the removed; with `seq` the index is whole up to that change. */
  'index-put': {
    input: {
      library: string
      clippings: Clipping[]
      removed: string[]
      collections: { id: string; name: string }[]
      seq: number | undefined
    }
    output: boolean
  }
  /** The clippings that changes after `seq` touched, some of which may be gone; undefined where the journal does not tell. */
  'changed-since': { input: { library: string; seq: number }; output: string[] | undefined }
  /** Tells the worker the numbers of clippings, for what it finds: the first of the ids has the number `first`. */
  'index-number': { input: { ids: string[]; first: number }; output: undefined }
  /**
   * Numbers of all that the query finds, the best first where `byRelevance`, otherwise in no order; what has not been
   * given a number is left out. Undefined where the index does not answer. `today` is `2025-07-19`.
   */
  'index-find': {
    input: { query: string; today: string; byRelevance?: boolean }
    output: Int32Array<ArrayBuffer> | undefined
  }
  /**
   * For each clipping the part of its body that shows most of what the query looks for, its beginning where it shows
   * nothing; in order, without those whose article cannot be read. It needs no index: any worker can do it.
   */
  'index-snippets': {
    input: { library: string; query: string; today: string; clippings: { id: string; revision: number }[] }
    output: Snippet[]
  }
  /**
   * Tags that the text of a clipping speaks for, of those that have these names and of its own terms, which are weighed by
   * the index where there is one. `of` is how many clippings there are.
   */
  'index-suggest-tags': {
    input: {
      library: string
      clipping: { id: string; revision: number; title: string; tags: string[] }
      names: string[]
      of: number
    }
    output: TagSuggestion[]
  }
  /** Closes the index, so that its file can be moved. */
  'index-close': { input: Record<string, never>; output: undefined }
  /**
   * Opens what is kept of the texts' likeness, for a pool of one worker, which holds it. `seq` is the change that it is
   * whole up to; undefined where it is not.
   */
  'family-open': { input: { library: string }; output: { seq: number | undefined } }
  /** Puts clippings as they are now, each with the family that it is in, and forgets the removed; false where none is open. */
  'family-put': {
    input: {
      library: string
      clippings: { id: string; revision: number; family: string }[]
      removed: string[]
    }
    output: boolean
  }
  /** The family of each text, in order, also of texts before it; undefined for one that is like no other. */
  'family-find': {
    input: { texts: { id: string; text: string }[] }
    output: (FamilyFound | undefined)[]
  }
  /** How like each of the others is, from 0 to 1; undefined where that is not known. */
  'family-compare': { input: { id: string; others: string[] }; output: (number | undefined)[] }
  /** Writes what is kept; with `seq` it is whole up to that change. */
  'family-save': { input: { library: string; seq: number | undefined }; output: boolean }
  'family-close': { input: Record<string, never>; output: undefined }
  /** An older and a newer article against each other; undefined where either cannot be read. */
  'article-diff': {
    input: { library: string; before: ComparedClipping; after: ComparedClipping }
    output: ArticleDiff | undefined
  }
  /**
   * Reads a clipping's original with the extractor of now, unless its article is of that and `isForced` is false.
   * `unreadable` where the article or every original cannot be read by itself.
   */
  reextract: {
    input: { library: string; clipping: Clipping; rules: OutletRule[]; isForced: boolean }
    output:
      | { state: 'current' | 'same' | 'unreadable' }
      | {
          state: 'changed'
          fields: { field: RereadField; before: string | null; after: string | null }[]
          diff: ArticleDiff
          reread: Reread
          article: Article
          assets: AssetBytes[]
        }
  }
  /** A clipping's original as a page that loads and runs nothing, see `safePage`. */
  'original-page': {
    input: { library: string; clipping: Clipping }
    output:
      | { state: 'page'; html: string; leftOut: LeftOut }
      | { state: 'not-a-page' | 'missing' | 'too-large' }
  }
  /** Tags that may be one, by their names and by what the articles of these clippings state. */
  'tag-look-alikes': {
    input: { library: string; tags: CountedTag[]; clippings: { id: string; revision: number }[] }
    output: LookAlike[]
  }
  /** Takes a backup; undefined where only one that is due was asked for, and none is. `known` spares counting. */
  'back-up': {
    input: Backups & { onlyIfDue: boolean; known?: Known | undefined }
    output: Outcome<{ id: string; at: string } | undefined>
  }
  'backups-list': { input: { backups: string }; output: Outcome<DescribedBackups> }
  'backups-verify': { input: Backups; output: Outcome<BackupsReport> }
  'backup-compare': { input: Backups & { id: string }; output: Outcome<BackupComparison> }
  /** Makes a library of a backup in a new folder. */
  'backup-restore': { input: { backups: string; id: string; folder: string }; output: Outcome<MadeLibrary> }
  /** What a clipping was in the backups; `present` is what it is now. */
  'backup-versions': {
    input: Backups & { id: string; present: Clipping | undefined }
    output: Outcome<ClippingVersion[]>
  }
  'backup-clipping': { input: Backups & { backup: string; id: string }; output: Outcome<PastClipping> }
  'library-facts': { input: Backups; output: LibraryFacts }
  'library-verify': {
    input: { library: string }
    output: Outcome<{ findings: FindingGroup[]; checked: VerifyReport['checked'] & { bytes: number } }>
  }
  'library-repair': {
    input: { library: string }
    output: Outcome<{ mended: MendedGroup[]; left: FindingGroup[]; aside: string | undefined }>
  }
  /** Moves a closed library; one that was copied to another disk stays until `library-remove-moved`. */
  'library-move': { input: { from: string; to: string }; output: Outcome<{ files: number; isCopy: boolean }> }
  /** False where something in the old folder is not in the new one, and so it stays. */
  'library-remove-moved': { input: { from: string }; output: Outcome<boolean> }
  'library-copy': { input: { from: string; to: string }; output: Outcome<{ files: number }> }
  'library-archive': {
    input: { library: string; path: string; known: Known }
    output: Outcome<{ files: number; bytes: number; clippings: number }>
  }
  /** Makes a library of an archive in a new folder. */
  'library-extract': { input: { path: string; folder: string }; output: Outcome<MadeLibrary> }
  /** Files that no change ever named, last written before a time in milliseconds since the epoch. */
  'library-orphans': { input: { library: string; before: number }; output: Outcome<string[]> }
  /**
   * Events of a chronology, `count` from `start` on of those with a status. For a pool of one worker, which remembers
   * what it read. Undefined where it was cancelled.
   */
  'chronology-list': {
    input: ChronologyOf & { status: EventStatus | undefined; start: number; count: number }
    output: { counts: Record<EventStatus, number>; total: number; events: ListedEvent[] } | undefined
  }
  /** The events of these keys, in their order; undefined where one is not there, or it was cancelled. */
  'chronology-find': { input: ChronologyOf & { keys: string[] }; output: EventFound['event'][] | undefined }
  /** A chronology as a file of text. */
  'export-chronology': {
    input: { plan: ChronologyPlan; format: Exclude<ChronologyFormat, 'pdf'> }
    output: string
  }
  /** Who says what in an article, and whom it names for what it tells: long articles take their time. */
  'find-quotes': { input: { body: Body }; output: { quotes: SpokenQuote[] } }
  'find-sources': { input: { body: Body }; output: { sources: CreditedSource[] } }
  /** References for the clipboard, see `referencesToCopy`. */
  'format-references': {
    input: { clippings: Clipping[]; style: CitationStyle; language: Language }
    output: { text: string; html: string }
  }
  /** Writes clippings as Markdown files that stand alone into a new folder; where they are. */
  'export-notes': {
    input: { of: ExportOf; place: ExportPlace }
    output: Outcome<string[]>
  }
  /** Writes an export of a library. */
  'export-write': {
    input: {
      of: ExportOf
      format: WrittenFormat
      place: ExportPlace
      answers?: readonly EditedAnswer[] | undefined
    }
    output: Outcome<Exported>
  }
  'export-preview': { input: { of: ExportOf; format: ExportFormat }; output: Outcome<ExportPreview> }
  'export-references': { input: { of: ExportOf }; output: ReferenceList }
  'export-book': {
    input: {
      of: ExportOf | ExportPlan
      pages: readonly number[] | undefined
      references: ReferenceList | undefined
      moved?: MovedNotes | undefined
    }
    output: Book
  }
  /** Where the articles and lists of a printed book start, and on request its notes and their passages. */
  'pdf-places': { input: { pdf: Uint8Array; hasNotes: boolean }; output: PrintedPlaces }
}

export type TaskName = keyof Tasks

export type TaskRequest =
  | { readonly id: number; readonly task: TaskName; readonly input: unknown }
  /** Asks a task that was sent before to end early. */
  | { readonly id: number; readonly task: 'cancel' }

export type TaskResponse =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }
  /** How far a task is that goes on. */
  | { readonly id: number; readonly done: number; readonly total: number }
