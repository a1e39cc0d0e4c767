import type { Extraction } from './extraction.ts'
import type { Instant } from './identifiers.ts'
import type { StatedDate } from './stated.ts'

/** A file that a document brings along, by the address that its markup uses for it. */
export interface Resource {
  readonly address: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What there is to read of one item. */
export type ItemContent =
  | {
      readonly kind: 'html'
      readonly html: string
      /** `page`: the article is somewhere in it. `article`: all of it is the article's, nothing is to be set aside. */
      readonly extent: 'page' | 'article'
      /** What relative addresses are relative to. */
      readonly base?: string | undefined
      readonly resources: readonly Resource[]
    }
  | { readonly kind: 'text'; readonly text: string }
  /** A reader that knows the document's own structure has read it already. */
  | {
      readonly kind: 'extraction'
      readonly extraction: Extraction
      readonly resources: readonly Resource[]
      /** What the file states is in it already, to the letter: nothing else goes in its place, not even for an empty title. */
      readonly isComplete?: boolean
    }
  /** The export has the address alone. */
  | { readonly kind: 'link' }

/** A passage marked in the service that the item comes from. */
export interface ImportedHighlight {
  readonly text: string
  /** The how manieth time that these words stand in the text is meant, from 1; without it the first. */
  readonly nth?: number | undefined
  readonly note?: string | undefined
  /** The service's own name of the colour. */
  readonly colour?: string | undefined
  readonly madeAt?: Instant | undefined
}

/**
 * What the file or the service's export states about an item beside its text. It is the document's word: it
 * goes before what extraction reads from the text, with origin `file`.
 */
export interface StatedByFile {
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly bylines?: readonly string[] | undefined
  readonly source?: string | undefined
  /** EDTF, with the words it was read from, and where the file says so whether its offset was stated or assumed. */
  readonly published?:
    | { readonly edtf: string; readonly evidence: string; readonly zone?: StatedDate['zone'] }
    | undefined
  /** Who made the file, by its properties: of use where the text names nobody. */
  readonly madeBy?: string | undefined
  /** BCP 47. */
  readonly language?: string | undefined
  /** When it was saved there: it becomes the time of clipping. */
  readonly savedAt?: Instant | undefined
  readonly tags: readonly string[]
  /** Folders it lies in, each from the outermost down; each becomes a collection. */
  readonly folders: ReadonlyArray<readonly string[]>
  readonly note?: string | undefined
  readonly highlights: readonly ImportedHighlight[]
  readonly readAt?: Instant | undefined
  /** That it was read there; most services do not say when. */
  readonly isRead?: boolean | undefined
  readonly starred?: boolean | undefined
  readonly trashed?: boolean | undefined
}

/** One document of an imported file: a saved page is one, an export of a read-later service has thousands. */
export interface ImportItem {
  /** Where it stands in the file (`row 17`, `notes/a.html`): the same each time the same file is read. */
  readonly key: string
  /** What the ledger calls it. */
  readonly name: string
  /** It is a document, and there is no text in it: a scan. It is kept with an empty body. */
  readonly state?: 'no-text' | undefined
  readonly content: ItemContent
  readonly stated: StatedByFile
  /** The bytes of this item exactly as the file has them: the whole file, its row, its part. */
  readonly original: { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string }
}

/** Why an item, or a whole file, was not read. The ledger puts each in words. */
export type ReadFailureReason =
  | 'empty'
  /** No reader knows the format. */
  | 'not-recognised'
  /** The format is known and the bytes do not keep to it: cut off, or damaged. */
  | 'damaged'
  | 'encrypted'
  | 'too-large'
  /** It unpacks to far more than it is, names places outside itself, or nests without end. */
  | 'unsafe'
  /** There is a document and no text in it: a scanned page. */
  | 'no-text'
  /** It only lists articles that are in files of their own: the contents of an export of ours. */
  | 'only-a-list'
  /** The disk does not give it. */
  | 'unreadable'
  /** It took longer than any document of its kind. */
  | 'timed-out'

export interface ReadFailure {
  readonly key: string
  readonly name: string
  readonly reason: ReadFailureReason
  /** For the log and the ledger's details: never text of the article. */
  readonly detail?: string | undefined
}

export type ItemRead =
  | { readonly ok: true; readonly value: ImportItem }
  | { readonly ok: false; readonly error: ReadFailure }
