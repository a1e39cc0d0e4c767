import { describe, expect, it } from 'vitest'
import { answer, type Caller, type Handlers } from '../../electron/ipc/answer.ts'
import { type Channel, requests } from '../../electron/ipc/contract.ts'

const ID = '0198b2a4-7c1e-7abc-8def-0123456789ab'
const FILTER = { shelf: 'all', query: '', clock: 'published' }
const EXPORT = {
  scope: { kind: 'clippings', ids: [ID] },
  format: 'pdf',
  title: 'Chips',
  order: 'oldest-first',
  paper: 'A5',
  book: { columns: 2, parts: ['sources'], notes: 'margin' },
  citationStyle: 'apa',
  markdown: { flavour: 'obsidian', pictures: 'embedded', highlights: 'footnotes', originals: true },
  template: 'own:Brief',
  language: 'en',
}

const SCOPE = { kind: 'filter', filter: { ...FILTER, collection: ID } }

const RULE = {
  outlet: { by: 'host', host: 'coast.example' },
  action: { do: 'drop-byline', name: 'Staff Reporter' },
}

/** For each channel an input that it takes, and inputs that it must refuse. */
const INPUTS: Record<Channel, { valid: unknown; invalid: unknown[] }> = {
  'app:start': { valid: {}, invalid: [undefined, 1] },
  'app:take-link': { valid: {}, invalid: [null] },
  'app:take-notices': { valid: {}, invalid: [null] },
  'app:diagnostics': { valid: {}, invalid: [1] },
  'window:open': {
    valid: { route: '#/tags', form: 'reading' },
    invalid: [
      { route: '#/tags', form: 'small' },
      { route: 'x'.repeat(40_001), form: 'whole' },
    ],
  },
  'settings:set': {
    valid: { language: 'en', theme: 'dark' },
    invalid: [{ language: 'fr', theme: 'dark' }, {}],
  },
  'menu:say-history': {
    valid: { undo: 'Undo: Clipped 1 article', redo: null },
    invalid: [{ undo: null }, { undo: 1, redo: null }],
  },
  'library:overview': { valid: {}, invalid: [null] },
  'library:list': {
    valid: FILTER,
    invalid: [
      { ...FILTER, shelf: 'desk' },
      { ...FILTER, query: 'x'.repeat(501) },
    ],
  },
  'library:rows': {
    valid: { filter: FILTER, start: 0, count: 60 },
    invalid: [
      { filter: FILTER, start: -1, count: 60 },
      { filter: FILTER, start: 0, count: 501 },
    ],
  },
  'library:ids': {
    valid: { filter: FILTER, start: 0, count: 10 },
    invalid: [{ filter: {}, start: 0, count: 1 }],
  },
  'library:places': {
    valid: { filter: FILTER, ids: [ID] },
    invalid: [{ filter: FILTER, ids: ['1'] }, { filter: FILTER }],
  },
  'library:counts': {
    valid: { filter: FILTER, unit: 'day' },
    invalid: [{ filter: FILTER, unit: 'minute' }, { unit: 'day' }],
  },
  'timeline:save-picture': {
    valid: { name: 'All', ending: 'svg', bytes: new Uint8Array() },
    invalid: [
      { name: 'All', ending: 'exe', bytes: new Uint8Array() },
      { name: 'All', ending: 'png', bytes: '' },
    ],
  },
  'library:lanes': {
    valid: { filter: FILTER, by: 'source' },
    invalid: [{ filter: FILTER, by: 'byline' }, { by: 'tag' }],
  },
  'library:highlights': {
    valid: { query: '关税', colours: ['red'], isNoted: false, start: 0, count: 100 },
    invalid: [
      { query: '', colours: ['pink'], isNoted: false, start: 0, count: 100 },
      { query: '', colours: [], isNoted: false, start: 0, count: 201 },
    ],
  },
  'library:facets': {
    valid: { filter: { ...FILTER, order: 'relevance' } },
    invalid: [{ filter: { ...FILTER, order: 'newest' } }, FILTER],
  },
  'search:snippets': {
    valid: { query: '出口', ids: [ID] },
    invalid: [
      { query: '出口', ids: ['../../etc/passwd'] },
      { query: '出口', ids: new Array(101).fill(ID) },
    ],
  },
  'search:cancel': { valid: { query: '出口' }, invalid: [{}, { query: 'x'.repeat(501) }] },
  'library:reveal': { valid: {}, invalid: ['/etc'] },
  'library:state': { valid: {}, invalid: [null] },
  'library:recent': { valid: {}, invalid: [null] },
  'library:open': { valid: { path: '/library' }, invalid: [{ path: '' }, { path: 1 }] },
  'library:new': { valid: {}, invalid: ['/etc'] },
  'library:move': { valid: {}, invalid: ['/etc'] },
  'library:copy': { valid: {}, invalid: ['/etc'] },
  'library:verify': { valid: {}, invalid: [null] },
  'library:repair': { valid: {}, invalid: [null] },
  'library:archive': { valid: {}, invalid: ['/etc'] },
  'library:import-archive': { valid: {}, invalid: ['/etc'] },
  'backup:list': { valid: {}, invalid: [null] },
  'backup:take': { valid: {}, invalid: [null] },
  'backup:verify': { valid: {}, invalid: [null] },
  'backup:preview': { valid: { id: '2025-07-19T08-00-00.000Z' }, invalid: [{}, { id: '' }] },
  'backup:restore': { valid: { id: '2025-07-19T08-00-00.000Z' }, invalid: [{}, { id: 1 }] },
  'backup:clipping-versions': { valid: { id: ID }, invalid: [{ id: '../x' }] },
  'backup:restore-clipping': {
    valid: { backup: '2025-07-19T08-00-00.000Z', clipping: ID },
    invalid: [{ backup: '', clipping: ID }, { backup: 'a', clipping: '../x' }, { backup: 'a' }],
  },
  'trash:empty': { valid: {}, invalid: [null] },
  'clip:paste': { valid: { text: 'a', html: '<p>a' }, invalid: [{ text: 1 }, { html: '<p>' }] },
  'clip:request-paste': { valid: {}, invalid: ['paste'] },
  'clip:files': {
    valid: { files: [{ name: 'a.txt', bytes: Uint8Array.of(97) }] },
    invalid: [{ files: [] }, { files: [{ name: 'a.txt', bytes: [97] }] }],
  },
  'import:choose': { valid: { what: 'folder' }, invalid: [{ what: 'everything' }, {}] },
  'import:take-given': { valid: {}, invalid: [null] },
  'import:plan': { valid: { paths: ['/saved'] }, invalid: [{ paths: [] }, { paths: [''] }, {}] },
  'import:start': {
    valid: { paths: ['/saved'], options: { tags: ['ferries'], collection: ID }, plan: ID },
    invalid: [
      { paths: [] },
      { paths: ['/saved'], options: { collection: '1' } },
      { paths: ['/saved'], plan: '../x' },
    ],
  },
  'import:cancel': { valid: { id: ID }, invalid: [{ id: '1' }] },
  'import:list': { valid: {}, invalid: [null] },
  'import:entries': {
    valid: { id: ID, outcome: 'failed', start: 0, count: 500 },
    invalid: [
      { id: ID, start: 0, count: 501 },
      { id: ID, outcome: 'lost', start: 0, count: 1 },
      { id: '../../etc/passwd', start: 0, count: 1 },
    ],
  },
  'import:export': { valid: { id: ID }, invalid: [{ id: '../../etc/passwd' }] },
  'import:reveal': { valid: { id: ID, file: '/saved/a.html' }, invalid: [{ id: ID }, { id: ID, file: '' }] },
  'import:undo': { valid: { id: ID }, invalid: [{}] },
  'import:resume': { valid: { id: ID }, invalid: [{ id: '../../etc/passwd' }] },
  'sample:open': { valid: { language: 'zh-Hans' }, invalid: [{ language: '../x' }] },
  'sample:remove': { valid: {}, invalid: [null] },
  'sample:find': { valid: {}, invalid: [null] },
  'clipping:get': { valid: { id: ID }, invalid: [{ id: '../../etc/passwd' }, {}] },
  'clipping:quotes': { valid: { id: ID }, invalid: [{ id: '../x' }, {}] },
  'clipping:edit': {
    valid: { id: ID, edits: { title: 'T', published: null } },
    invalid: [
      { id: ID, edits: { title: '' } },
      { id: ID, edits: { bylines: 'x' } },
    ],
  },
  'clipping:mark': {
    valid: { ids: [ID], mark: { mark: 'tag', on: true, tag: '公司/英伟达' } },
    invalid: [
      { ids: [], mark: { mark: 'starred', on: true } },
      { ids: [ID], mark: { mark: 'tag', on: true, tag: '/a' } },
      { ids: [ID], mark: { mark: 'burnt', on: true } },
    ],
  },
  'clipping:restore-block': { valid: { id: ID, setAsideId: 'a' }, invalid: [{ id: ID }] },
  'clipping:set-block-aside': { valid: { id: ID, order: 3 }, invalid: [{ id: ID, order: -1 }] },
  'clipping:highlight': {
    valid: { id: ID, from: { order: 0, at: 3 }, to: { order: 2, at: 0 }, colour: 'green' },
    invalid: [{ id: ID, from: { order: 0, at: -1 }, to: { order: 2, at: 0 }, colour: 'green' }],
  },
  'clipping:change-highlight': {
    valid: { id: ID, highlight: ID, note: 'why' },
    invalid: [{ id: ID, highlight: ID, colour: 'puce' }],
  },
  'clipping:remove-highlight': { valid: { id: ID, highlight: ID }, invalid: [{ id: ID }] },
  'clipping:correct-date': {
    valid: { id: ID, from: { order: 0, at: 3 }, to: { order: 0, at: 7 }, edtf: null },
    invalid: [{ id: ID, from: { order: 0, at: 3 }, to: { order: 0, at: 7 }, edtf: 2025 }],
  },
  'date:read': {
    valid: { words: '17日', published: '2025-07-19' },
    invalid: [{ words: '17日', published: 'x' }],
  },
  'chronology:list': {
    valid: { scope: SCOPE, status: 'accepted', start: 0, count: 100 },
    invalid: [
      { scope: SCOPE, status: 'kept', start: 0, count: 100 },
      { scope: SCOPE, start: 0, count: 201 },
    ],
  },
  'chronology:cancel': { valid: {}, invalid: [1] },
  'chronology:decide': {
    valid: { scope: SCOPE, keys: ['a'], status: 'rejected' },
    invalid: [{ scope: SCOPE, keys: [], status: 'rejected' }],
  },
  'chronology:edit': {
    valid: { scope: SCOPE, key: 'a', date: '2025-07', words: 'It opened.' },
    invalid: [{ scope: SCOPE, key: '', date: '2025-07' }],
  },
  'chronology:merge': { valid: { scope: SCOPE, keys: ['a', 'b'] }, invalid: [{ scope: SCOPE, keys: ['a'] }] },
  'chronology:split': {
    valid: { scope: SCOPE, key: 'a', clippings: [ID] },
    invalid: [{ scope: SCOPE, key: 'a', clippings: [] }],
  },
  'chronology:add': {
    valid: { collection: ID, date: '2025', words: 'It opened.' },
    invalid: [{ collection: 'x', date: '2025', words: 'It opened.' }],
  },
  'chronology:remove': { valid: { id: ID }, invalid: [{ id: 'x' }] },
  'chronology:export': {
    valid: { scope: SCOPE, format: 'csv', title: 'Chips', language: 'en', paper: 'A4' },
    invalid: [{ scope: SCOPE, format: 'docx', title: 'Chips', language: 'en', paper: 'A4' }],
  },
  'clipping:sources': { valid: { id: ID }, invalid: [{}, { id: '../x' }] },
  'clipping:original-page': { valid: { id: ID }, invalid: [{}, { id: '../x' }] },
  'clipping:original': { valid: { id: ID, sha256: 'a'.repeat(64) }, invalid: [{ id: 'x', sha256: '' }] },
  'tag:create': { valid: { name: 'a' }, invalid: [{ name: 'a', colour: 'puce' }] },
  'tag:rename': { valid: { name: 'a', to: 'b' }, invalid: [{ name: '', to: 'b' }] },
  'tag:colour': { valid: { name: 'a', colour: 'red' }, invalid: [{ name: 'a', colour: '#fff' }] },
  'tag:delete': { valid: { name: 'a' }, invalid: [{ name: ' a' }] },
  'tag:delete-unused': { valid: { names: ['a'] }, invalid: [{ names: [] }, { names: [' a'] }] },
  'tag:look-alikes': { valid: {}, invalid: [null] },
  'tag:suggest': { valid: { id: ID }, invalid: [{ id: '1' }] },
  'tag:of-clippings': { valid: { ids: [ID] }, invalid: [{ ids: [] }, { ids: ['1'] }] },
  'collection:create': { valid: { name: 'a', ids: [] }, invalid: [{ name: 'a', ids: ['x'] }] },
  'collection:rename': { valid: { id: ID, name: 'a' }, invalid: [{ id: 'x', name: 'a' }] },
  'collection:delete': { valid: { id: ID }, invalid: [{ id: 7 }] },
  'collection:move': {
    valid: { id: ID, parent: null, before: ID },
    invalid: [{ id: ID, parent: '../x', before: null }, { id: ID }],
  },
  'collection:arrange': {
    valid: { id: ID, ids: [ID], before: null, clock: 'happened' },
    invalid: [
      { id: ID, ids: [], before: null, clock: 'happened' },
      { id: ID, ids: [ID], before: null, clock: 'hand' },
    ],
  },
  'search:move': { valid: { id: ID, parent: ID, before: null }, invalid: [{ id: ID, parent: ID }] },
  'search:save': {
    valid: { name: '港口', query: 'tag:港口' },
    invalid: [
      { name: '港口', query: '' },
      { name: '港口', query: 'x'.repeat(501) },
    ],
  },
  'family:list': { valid: { id: ID }, invalid: [{ id: '../x' }] },
  'version:list': { valid: { id: ID }, invalid: [{}] },
  'article:diff': { valid: { before: ID, after: ID }, invalid: [{ before: ID }] },
  'rule:list': { valid: {}, invalid: [null] },
  'rule:save': {
    valid: { rule: RULE },
    invalid: [{ rule: { ...RULE, id: 'x' } }, { rule: { ...RULE, action: { do: 'delete-everything' } } }],
  },
  'rule:delete': { valid: { id: ID }, invalid: [{ id: '' }] },
  'reextract:plan': { valid: {}, invalid: [{ ids: [] }] },
  'reextract:preview': {
    valid: { job: 'j', start: 0, count: 10 },
    invalid: [{ job: 'j', start: 0, count: 501 }],
  },
  'reextract:diff': { valid: { id: ID }, invalid: [{ id: 1 }] },
  'reextract:apply': { valid: { ids: [ID] }, invalid: [{ ids: [] }, {}] },
  'search:rename': { valid: { id: ID, name: '港口' }, invalid: [{ id: '../x', name: '港口' }] },
  'search:delete': { valid: { id: ID }, invalid: [{}] },
  'history:undo': { valid: {}, invalid: [false] },
  'history:redo': { valid: {}, invalid: [null] },
  'citation:format': {
    valid: { ids: [ID], style: 'gb-t-7714', language: 'zh-Hans' },
    invalid: [
      { ids: [], style: 'apa', language: 'en' },
      { ids: new Array(301).fill(ID), style: 'apa', language: 'en' },
      { ids: [ID], style: '../apa', language: 'en' },
    ],
  },
  'export:preview': { valid: EXPORT, invalid: [{ ...EXPORT, format: 'exe' }] },
  'export:keep-templates': {
    valid: { exportTemplates: [{ name: 'Brief', kind: 'text', text: '{{ title }}' }], exportPresets: [] },
    invalid: [{ exportTemplates: [{ name: '', kind: 'text', text: '' }], exportPresets: [] }],
  },
  'clipping:share': { valid: EXPORT, invalid: [{ ...EXPORT, scope: {} }] },
  'drag:prepare': {
    valid: EXPORT,
    invalid: [
      { ...EXPORT, scope: SCOPE },
      { ...EXPORT, scope: { kind: 'clippings', ids: Array.from({ length: 201 }, () => ID) } },
    ],
  },
  'drag:start': { valid: { drag: ID }, invalid: [{}, { drag: 1 }] },
  'export:print': {
    valid: EXPORT,
    invalid: [
      { ...EXPORT, paper: 'A3' },
      { ...EXPORT, scope: undefined },
    ],
  },
  'export:start': {
    valid: {
      ...EXPORT,
      again: { job: 'j', answers: [{ path: 'a.md', sha256: 'a'.repeat(64), answer: 'beside' }] },
    },
    invalid: [
      { ...EXPORT, scope: { kind: 'clippings', ids: [] } },
      { ...EXPORT, again: { job: 'j', answers: [{ path: 'a.md', sha256: 'a', answer: 'mine' }] } },
    ],
  },
  'job:cancel': { valid: { job: 'j' }, invalid: [{}] },
  'job:reveal': { valid: { job: 'j' }, invalid: [{ job: 1 }] },
}

const channels = Object.keys(requests) as Channel[]
const caller: Caller = { window: 1, paste: () => undefined, drag: () => undefined }

/** Handlers that answer nothing but note what reached them. */
function noting(): { handlers: Handlers; reached: Channel[] } {
  const reached: Channel[] = []
  const handlers = Object.fromEntries(
    channels.map(channel => [
      channel,
      async () => {
        reached.push(channel)
        return { ok: false, error: { code: 'not-found', message: 'noted' } }
      },
    ]),
  ) as unknown as Handlers
  return { handlers, reached }
}

const neverReported = (channel: Channel, error: unknown) => {
  throw new Error(`${channel} reported ${String(error)}`)
}

describe.each(channels)('the channel %s', channel => {
  it('calls its handler with a valid input', async () => {
    const { handlers, reached } = noting()
    const result = await answer(handlers, channel, caller, INPUTS[channel].valid, neverReported)
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(reached).toEqual([channel])
  })

  it('refuses invalid inputs before its handler sees them', async () => {
    const { handlers, reached } = noting()
    for (const invalid of INPUTS[channel].invalid) {
      const result = await answer(handlers, channel, caller, invalid, neverReported)
      expect(result, JSON.stringify(invalid)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
    expect(reached).toEqual([])
  })

  it('refuses a sender that is not ours', async () => {
    const { handlers, reached } = noting()
    const result = await answer(handlers, channel, undefined, INPUTS[channel].valid, neverReported)
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown-sender' } })
    expect(reached).toEqual([])
  })
})

it('answers a handler that throws with an internal failure and reports it, so that no window waits for ever', async () => {
  const reports: unknown[] = []
  const broken = {
    'library:reveal': async () => {
      throw new RangeError('secret words of an article')
    },
  }
  const result = await answer(broken, 'library:reveal', caller, {}, (channel, error) =>
    reports.push([channel, error]),
  )
  expect(result).toEqual({ ok: false, error: { code: 'internal', message: 'RangeError' } })
  expect(reports).toEqual([['library:reveal', new RangeError('secret words of an article')]])
})
