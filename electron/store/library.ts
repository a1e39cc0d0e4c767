import type { Change } from '../core/library/change.ts'
import type { LibraryState } from '../core/library/state.ts'
import type { Article } from '../core/model/article.ts'
import type { Asset } from '../core/model/asset.ts'
import type { Clipping, Original } from '../core/model/clipping.ts'
import type { ChangeLabel } from '../core/model/library-change.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import type { Result } from '../core/result.ts'
import type { AssetBytes } from './assets.ts'
import type { FileSystem } from './file-system.ts'
import type { SourceBytes } from './originals.ts'
import type { StoreFailure } from './store-failure.ts'

/** What opening had to mend; the interface tells the user. */
export type Repair = 'torn-tail-cut' | 'stale-lock-taken' | 'migrated'

/** What opening a library needs from outside. */
export interface LibraryPorts {
  readonly clock: Clock
  readonly identifiers: Identifiers
  /** The real disk unless a test says otherwise. */
  readonly fileSystem?: FileSystem
  /**
   * Called once while the library opens, with its newest clippings, before the rest of a large library is read.
   * Not called where it has none, or does not open.
   */
  readonly onPreview?: (preview: Preview) => void
}

/** What is known of a library before all of it is read, as it is on the disk. */
export interface Preview {
  /** Tags and collections whole; of the clippings those of the newest months, by when they were clipped. */
  readonly state: LibraryState
  /** True where there are older clippings to come. */
  readonly isPart: boolean
}

/** Who makes a change: `retention` is the trash that is emptied by age, which `undo` passes over. */
export type Author = 'user' | 'import' | 'retention'

/** Where a change stands in the history, and what it did. */
export interface Committed {
  readonly seq: number
  readonly label: ChangeLabel
}

/** A library on disk, open for one process. Every promise that resolves `ok` for a write means: on the disk. */
export interface Library {
  readonly directory: string
  /** What is on the disk: show this. */
  readonly state: LibraryState
  /**
   * `state` plus the changes that are being written: plan changes on this, and commit without an `await`
   * between, so that two changes made at once never overwrite each other.
   */
  readonly pending: LibraryState
  /** The seq of the last acknowledged change; rises with each, also over restarts. */
  readonly version: number
  readonly repairs: readonly Repair[]
  /** Why nothing can be written any more, or from the start; undefined on a normal day. */
  readonly readOnly: StoreFailure | undefined
  /** What `undo` and `redo` would take back. */
  readonly history: { readonly undo: ChangeLabel | undefined; readonly redo: ChangeLabel | undefined }

  /** Resolves `ok` only when the change survives a crash. Changes that arrive together share one fdatasync. */
  commit(change: Change, by?: Author): Promise<Result<Committed, StoreFailure>>
  /** Takes the last change back, as a change of its own; `nothing-to-undo` where there is none. */
  undo(): Promise<Result<Committed, StoreFailure>>
  /** Takes the last undo back; a change after an undo leaves nothing to redo. */
  redo(): Promise<Result<Committed, StoreFailure>>

  /**
   * Writes the article under the next free revision of its id, whatever revision it says, and returns it with
   * that revision: put it in the clipping's `articleRevision` by the commit that follows.
   */
  keepArticle(article: Article): Promise<Result<Article, StoreFailure>>
  /** Writes the first articles of new clippings, whose ids nothing has ever used, as revision 1. */
  keepFirstArticles(articles: readonly Article[]): Promise<Result<readonly Article[], StoreFailure>>
  /** The article that the clipping names now. */
  readArticle(clipping: Pick<Clipping, 'id' | 'articleRevision'>): Promise<Result<Article, StoreFailure>>
  /** Keeps the bytes, once, under their SHA-256; call it before the commit that names them. */
  putOriginal(bytes: Uint8Array, mediaType: string, name: string): Promise<Result<Original, StoreFailure>>
  /** As `putOriginal`, for many; much quicker than one by one. */
  putOriginals(sources: readonly SourceBytes[]): Promise<Result<readonly Original[], StoreFailure>>
  /** Keeps pictures, each once, under their SHA-256; call it before the commit that names them. */
  putAssets(sources: readonly AssetBytes[]): Promise<Result<readonly Asset[], StoreFailure>>
  /** The picture of that SHA-256; `library-damaged` where its bytes no longer have it. */
  readAsset(sha256: string): Promise<Result<AssetBytes, StoreFailure>>
  /** The bytes as imported; `library-damaged` where they no longer have their SHA-256. */
  readOriginal(sha256: string): Promise<Result<Uint8Array, StoreFailure>>

  /**
   * Removes what clips that did not finish left: files that no change ever named, older than a day. Gives back
   * their paths. Nothing is removed where the journal is damaged, because then nobody knows what it named. `find`
   * looks for them in another thread: files last written before a time in milliseconds since the epoch.
   */
  collectOrphans(
    find?: (before: number) => Promise<Result<readonly string[], StoreFailure>>,
  ): Promise<Result<readonly string[], StoreFailure>>

  /** Calls back after each acknowledged change, and when the library turns read-only. Returns what stops it. */
  onChange(listener: () => void): () => void
  /** Brings the snapshot up to the journal; edits go on meanwhile. */
  compact(): Promise<Result<undefined, StoreFailure>>
  /** Waits for what is being written, compacts, and gives the lock back. */
  close(): Promise<Result<undefined, StoreFailure>>
}

/**
 * Opens the library in the folder, making it where there is none, and takes its lock. Where its files are
 * damaged, the disk does not take writes, or a newer version of the product wrote it, it opens for reading and
 * `readOnly` says why; where another process has it, it does not open.
 */
export type OpenLibrary = (directory: string, ports: LibraryPorts) => Promise<Result<Library, StoreFailure>>
