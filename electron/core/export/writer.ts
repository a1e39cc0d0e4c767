import type { Asset } from '../model/asset.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { Clipping } from '../model/clipping.ts'
import type { TemplateText } from '../model/export-template.ts'
import type { Instant } from '../model/identifiers.ts'
import type { OnWork } from './citation/format-references.ts'
import type { ReferenceStyle } from './citation/reference-style.ts'
import type { Sheet } from './data/sheet.ts'
import type { LoggedChange } from './evidence/change-chain.ts'
import type { ExportEntry, ExportHead } from './plan.ts'
import type { TemplateData } from './template/values.ts'

/** A picture of the library: its bytes, checked against their SHA-256. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: Asset['mediaType']
}

/** What a writer is given: the clippings in the order of the export, and a way to everything else, piece by piece. */
export interface ExportSource extends ExportHead {
  /** How many articles there are; for a preview `clippings` has only the first of them. */
  readonly articles: number
  readonly clippings: readonly Clipping[]
  readonly citationStyle: CitationStyle
  /** The collections of the library by their ids, each with the names of those that it is in (`Asia/Chips`). */
  readonly collections: ReadonlyMap<string, string>
  /**
   * The clippings with their articles, which are read one after another, for as long as somebody asks: all of them, or
   * the `first` so many. It may be asked more than once, and reads anew each time.
   */
  entries(first?: number): AsyncIterable<ExportEntry>
  /** Undefined where the library has not got it. */
  picture(sha256: string): Promise<Picture | undefined>
  /** As it was imported; undefined where the library has not got it. */
  original(sha256: string): Promise<Uint8Array | undefined>
  /** The 32 bytes of a SHA-256. */
  digest(bytes: Uint8Array): Uint8Array
  /** Text as UTF-8. */
  encode(text: string): Uint8Array
  /** What each clipping went through, the oldest change first, as far as the library knows. */
  history(): Promise<ReadonlyMap<string, readonly LoggedChange[]>>
  /** The files of a style that references are set in. */
  referenceStyle(style: CitationStyle): Promise<ReferenceStyle>
  /** To be called all the while by what takes long without waiting for anything; it throws where the export is cancelled. */
  readonly onWork?: OnWork
  /** Told of each picture that the format cannot show, for the report at the end. */
  readonly onLeftOut?: () => void
  /** Fills in a template. */
  render(template: TemplateText, data: TemplateData): Promise<string>
  /** A sheet as the bytes of a workbook. */
  workbook(sheet: Sheet): Promise<Uint8Array>
}

/** A part of a file; text becomes UTF-8. */
export type Piece = string | Uint8Array

/** A file of an export. `path` is relative, with `/` between levels, each of which is safe on every system. */
export interface ExportedFile {
  readonly path: string
  readonly content: Piece | AsyncIterable<Piece>
  /** Of a file that says when it was exported: what it would say at another time. */
  readonly contentAt?: (createdAt: Instant) => string
}

/** What a file is called among what is written with it, and the folder beside it that has the other files. */
export interface NamesBeside {
  readonly file: string
  readonly folder: string
}

/** The file, and before it those that it names. */
type WithFolder = AsyncIterable<ExportedFile>

/**
 * How a format is written. It is asked for one piece or file after the other, and stops being asked where the export
 * is cancelled. With `first` it is a preview: no more articles than these have to be in it, but what lists all of them
 * still does.
 */
export type ExportWriter = {
  /** How often it reads all articles, for saying how far it is; once where it does not say. */
  readonly readings?: number
} & (
  | {
      readonly pieces: (source: ExportSource, first?: number) => AsyncIterable<Piece>
      /** Where the choices ask for files in a folder beside the one: undefined where they do not. */
      readonly withFolder?: (
        source: ExportSource,
        names: NamesBeside,
        first?: number,
      ) => WithFolder | undefined
    }
  /** A folder of these, or where the format is a file, a ZIP archive of them in this order. */
  | { readonly files: (source: ExportSource, first?: number) => AsyncIterable<ExportedFile> }
)
