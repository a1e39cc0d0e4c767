import type { TextField } from '../core/search/query.ts'

/** Raised with every change to the tables, to what is put into them, or to how text becomes units and tokens. */
const FORMAT = 3

/** What an index was made by: another Unicode or other characters would find other words. */
export const STAMP = `cuttings ${FORMAT}, Unicode ${process.versions['unicode'] ?? ''}`

/** FTS5 notes the column of every occurrence but those of the first: the body first takes a third less. */
export const COLUMNS: readonly TextField[] = ['text', 'title', 'note', 'tag', 'source', 'by']

const NAMES = [...COLUMNS, 'heads'].map(name => `"${name}"`).join(', ')

/**
 * `words` keeps no text: what it would show is in the article files. The tokens are ours, split by spaces, which
 * is what the `ascii` tokenizer does with them. The first three characters of every token are indexed by themselves,
 * for prefixes; shorter ones are in `heads`, once a clipping.
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE clippings (number INTEGER PRIMARY KEY, id TEXT NOT NULL, facts TEXT NOT NULL);
  CREATE TABLE collections (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(
    ${NAMES}, content='', contentless_delete=1, tokenize='ascii', prefix='3'
  );
`

/**
 * For a build: nothing is kept on the disk to go back to, because a build that does not come to its end is begun anew. Words are
 * gathered in memory and written in large parts; parts of the usual 1 MB are merged again and again, which takes most
 * of the time.
 */
export const BUILD_PRAGMAS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA auto_vacuum = INCREMENTAL;
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32000;
`
const USUAL_GATHERED = 1024 * 1024
const GATHERED = 64 * USUAL_GATHERED
export const BEGIN_BUILD = `
  BEGIN EXCLUSIVE;
  INSERT INTO words (words, rank) VALUES ('hashsize', ${GATHERED});
`
/** The parts become one, and what they leave free goes back to the disk. */
export const END_BUILD = `
  INSERT INTO words (words) VALUES ('optimize');
  INSERT INTO words (words, rank) VALUES ('hashsize', ${USUAL_GATHERED});
  COMMIT;
  PRAGMA incremental_vacuum;
`

/** Write-ahead logging with NORMAL can lose the last changes at a power cut, which `seq` tells, but is never damaged. */
export const PRAGMAS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32000;
`

export const INSERT_WORDS = `INSERT INTO words (rowid, ${NAMES}) VALUES (?${', ?'.repeat(COLUMNS.length + 1)})`
