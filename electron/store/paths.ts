import { ASSET_TYPES, type Asset } from '../core/model/asset.ts'
import type { Clipping } from '../core/model/clipping.ts'

/**
 * Where things are in a library, as `/`-separated paths relative to its folder. Identifiers are checked by
 * their schemas before they get here, so no path leaves the folder.
 */
export const LIBRARY_FILE = 'library.json'
export const LOCK_FILE = 'lock'
export const JOURNAL_FOLDER = 'journal'
export const MONTHS_FOLDER = 'clippings'
export const ARTICLES_FOLDER = 'articles'
export const ORIGINALS_FOLDER = 'originals'
export const ASSETS_FOLDER = 'assets'
export const IMPORTS_FOLDER = 'imports'
export const BACKUPS_FOLDER = 'backups'

/** The last two digits name the folder: a UUIDv7 starts with the time, so its first ones hardly differ. */
export const articlePath = (id: string, revision: number): string =>
  `${ARTICLES_FOLDER}/${id.slice(-2)}/${id}${revision === 1 ? '' : `.${revision}`}.json`

export const originalPath = (sha256: string): string => `${ORIGINALS_FOLDER}/${sha256.slice(0, 2)}/${sha256}`

export const assetPath = ({ sha256, mediaType }: Asset): string =>
  `${ASSETS_FOLDER}/${sha256.slice(0, 2)}/${sha256}.${ASSET_TYPES[mediaType]}`

/** The ledger of an import. */
export const ledgerPath = (id: string): string => `${IMPORTS_FOLDER}/${id}.jsonl`

/** The files that a clipping names. */
export const filesOf = ({ id, articleRevision, originals, assets = [] }: Clipping): string[] => [
  articlePath(id, articleRevision),
  ...originals.map(({ sha256 }) => originalPath(sha256)),
  ...assets.map(assetPath),
]

/** `month` is `2025-07`. */
export const monthPath = (month: string): string => `${MONTHS_FOLDER}/${month}.json`

/** A journal file is named by the seq of its first line. */
export const journalPath = (firstSeq: number): string =>
  `${JOURNAL_FOLDER}/${String(firstSeq).padStart(6, '0')}.jsonl`
