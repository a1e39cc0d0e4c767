import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { History } from '../../../electron/store/history.ts'

type Line = Parameters<History['add']>[0]

const place = { file: 1, start: 0, end: 0 }
const label = { kind: 'edit', count: 1 } as const

/** What undo and redo would take back, one after the other, each as far as it goes. */
function reach(history: History, fromSeq: number): { undo: number[]; redo: number[] } {
  const walk = (by: 'undo' | 'redo', seq: number): number[] => {
    const entry = history[by]
    if (entry === undefined) return []
    history.add({ seq, by, label, reverts: entry.seq })
    return [entry.seq, ...walk(by, seq + 1)]
  }
  const redo = walk('redo', fromSeq)
  return { redo, undo: walk('undo', fromSeq + redo.length) }
}

/** The history that the lines themselves tell, read from the newest backwards. */
function readBack(lines: readonly Line[]): History {
  const history = new History()
  for (const line of lines.toReversed()) history.addOlder(line, place)
  return history
}

/** Lines of a library that did these things, where they were possible, and its history as it went along. */
function written(steps: readonly Line['by'][]): { lines: Line[]; history: History } {
  const history = new History()
  const lines: Line[] = []
  for (const by of steps) {
    const reverts = by === 'undo' || by === 'redo' ? history[by]?.seq : undefined
    if ((by === 'undo' || by === 'redo') && reverts === undefined) continue
    const line: Line = { seq: lines.length + 1, by, label, ...(reverts !== undefined && { reverts }) }
    history.add(line)
    lines.push(line)
  }
  return { lines, history }
}

describe('the history', () => {
  test('passes over what the app did by itself, and a redo outlives it', () => {
    const { lines } = written(['user', 'user', 'undo', 'retention', 'redo', 'retention'])
    expect(lines.map(({ by, reverts }) => [by, reverts])).toEqual([
      ['user', undefined],
      ['user', undefined],
      ['undo', 2],
      ['retention', undefined],
      ['redo', 3],
      ['retention', undefined],
    ])
    expect(reach(readBack(lines), 1000).undo).toEqual([5, 1])
  })

  test('read back from the journal is the one that was written', () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('user' as const, 'import' as const, 'retention' as const) },
        { weight: 5, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(steps, each => {
        const { lines, history } = written(each)
        expect(reach(readBack(lines), 1000)).toEqual(reach(history, 1000))
      }),
      { seed: 20250719, numRuns: 2000 },
    )
  })

  test('can be redone step by step after some was redone and the library reopened', () => {
    const { lines } = written(['user', 'user', 'undo', 'undo', 'redo'])
    expect(reach(readBack(lines), 1000)).toEqual({ redo: [3], undo: [1000, 5] })
  })

  test('needs no older lines once it knows what the next two undos take back', () => {
    const history = new History()
    const { lines } = written(['user', 'user', 'user', 'undo', 'user', 'user'])
    const read: number[] = []
    for (const line of lines.toReversed()) {
      if (!history.needsOlder) break
      history.addOlder(line, place)
      read.push(line.seq)
    }
    expect(read).toEqual([6, 5])
  })

  test('does not take a migration back', () => {
    const history = readBack([
      { seq: 1, by: 'migration', label },
      { seq: 2, by: 'user', label },
    ])
    expect(reach(history, 1000)).toEqual({ redo: [], undo: [2] })
  })
})
