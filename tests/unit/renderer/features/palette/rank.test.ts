import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../../../../electron/core/search/pinyin.ts'
import { speltRuns } from '../../../../../electron/core/search/sounds-like.ts'
import { type EntryKind, type Named, offered, ranked } from '../../../../../renderer/features/palette/rank.ts'

const KIND_WORDS: Record<EntryKind, string[]> = {
  command: ['command', '命令'],
  place: ['place', '去处'],
  collection: ['collection', '专题'],
  search: ['saved search', '保存的搜索'],
  tag: ['tag', '标签'],
  source: ['source', '来源'],
  clipping: ['clipping', '剪报'],
}

const entry = (kind: EntryKind, names: readonly string[], reason?: string): Named => ({
  key: `${kind} ${names[0]}`,
  kind,
  names,
  reason,
})
const ENTRIES = [
  entry('clipping', ['Export controls: what is next']),
  entry('tag', ['出口管制']),
  entry('tag', ['Export controls']),
  entry('command', ['Export', '导出']),
  entry('command', ['Write the export', '开始导出'], 'in the export view'),
  entry('command', ['撤销', 'Undo']),
]
const READINGS = new Map(
  ENTRIES.flatMap(({ names }) => names.map(name => [name, speltRuns(readingsOf(name))] as const)),
)
const found = (typed: string, recent: readonly string[] = []) =>
  ranked(ENTRIES, typed, recent, READINGS, KIND_WORDS).shown.map(({ names }) => names[0])

describe('the palette finds', () => {
  it('by fit, then by kind, what cannot be done last', () => {
    expect(found('export')).toEqual([
      'Export',
      'Export controls',
      'Export controls: what is next',
      'Write the export',
    ])
  })

  it('in both languages, whatever is shown, and by pinyin', () => {
    expect(found('undo')).toEqual(['撤销'])
    expect(found('导出')).toEqual(['Export', 'Write the export'])
    expect(found('ckgz')).toEqual(['出口管制'])
    expect(found('daochu')).toEqual(['Export', 'Write the export'])
  })

  it('what was used last first, of what fits alike', () => {
    expect(found('export', ['clipping Export controls: what is next', 'tag Export controls'])).toEqual([
      'Export',
      'Export controls: what is next',
      'Export controls',
      'Write the export',
    ])
  })

  it('one kind where the kind is named too', () => {
    expect(found('tag export')).toEqual(['Export controls'])
  })

  it('nothing where nothing fits', () => {
    expect(found('zzz')).toEqual([])
  })

  it('and shows no more than can be looked through, but counts all', () => {
    const many = Array.from({ length: 1000 }, (_, at) => entry('tag', [`chip ${at}`]))
    const { shown, total } = ranked(many, 'chip', [], new Map(), KIND_WORDS)
    expect(shown.length).toBe(50)
    expect(total).toBe(1000)
  })
})

it('before anything is typed it offers what was used last, then what can be done and where to go', () => {
  const names = offered(ENTRIES, ['tag 出口管制', 'command Write the export', 'gone']).map(
    each => each.names[0],
  )
  expect(names).toEqual(['出口管制', 'Export', '撤销'])
})
