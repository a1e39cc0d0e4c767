import { describe, expect, test } from 'vitest'
import { RecordMap } from '../../../../electron/core/library/record-map.ts'
import { sampleId } from './samples.ts'

const ids = Array.from({ length: 600 }, (_, number) => sampleId(number))
const map = RecordMap.from(new Map(ids.map((id, number) => [id, number])))

describe('a map of records', () => {
  test('holds what a map holds', () => {
    expect(map.size).toBe(600)
    expect([...map.keys()].sort()).toEqual([...ids].sort())
    expect([...map.values()].sort((a, b) => a - b)).toEqual(ids.map((_, number) => number))
    expect(map.get(ids[300] ?? '')).toBe(300)
    expect([map.has(ids[599] ?? ''), map.has(sampleId(600)), map.has('')]).toEqual([true, false, false])
    let sum = 0
    map.forEach(value => {
      sum += value
    })
    expect(sum).toBe((599 * 600) / 2)
    expect(RecordMap.from(map)).toBe(map)
  })

  test('stays as it is when it is changed into another', () => {
    const [first = '', second = ''] = ids
    const next = map.with(
      new Map([
        [first, undefined],
        [second, -1],
        ['new', 7],
      ]),
    )
    expect([next.has(first), next.get(second), next.get('new'), next.size]).toEqual([false, -1, 7, 600])
    expect([map.get(first), map.get(second), map.has('new')]).toEqual([0, 1, false])
    expect(next.changesSince(map)).toEqual(
      new Map<string, number | undefined>([
        ['new', 7],
        [second, -1],
        [first, undefined],
      ]),
    )
    expect(map.changesSince(map).size).toBe(0)
  })
})
