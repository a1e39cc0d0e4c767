import { TEXT_FIELDS } from '../core/search/query.ts'

/** Raised with every change to the tables, to what is put into them, or to how text becomes units and tokens. */
const FORMAT = 1

/** What an index was made by: another Unicode or other characters would find other words. */
export const STAMP = `cuttings ${FORMAT}, Unicode ${process.versions['unicode'] ?? ''}`

const COLUMNS = TEXT_FIELDS.map(field => `"${field}"`).join(', ')

/**
 * `words` keeps no text: what it would show is in the article files. The tokens are ours, split by spaces, which
 * is what the `ascii` tokenizer does with them. The first character and the first three of every token are
 * indexed by themselves, for queries of one Chinese character and for prefixes: a tenth more on the disk.
 */
export const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE clippings (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, facts TEXT NOT NULL);
  CREATE TABLE collections (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(
    ${COLUMNS}, content='', contentless_delete=1, tokenize='ascii', prefix='1 3'
  );
`

/** Write-ahead logging with NORMAL can lose the last changes at a power cut, which `seq` tells, but is never damaged. */
export const PRAGMAS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32000;
`

export const INSERT_WORDS = `INSERT INTO words (rowid, ${COLUMNS}) VALUES (?${', ?'.repeat(TEXT_FIELDS.length)})`
