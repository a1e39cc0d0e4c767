import { describe, expect, it } from 'vitest'
import { lookAlikes, type StatedPair } from '../../../../electron/core/tagging/look-alikes.ts'

/** Pairs as `less into more: likeness`; each tag has as many clippings as its place from the end. */
const pairs = (names: readonly string[], stated: readonly StatedPair[] = []): string[] =>
  lookAlikes(
    names.map((name, at) => ({ name, total: names.length - at })),
    stated,
  ).map(({ name, into, likeness }) => `${name} > ${into}: ${likeness}`)

describe('tags look alike', () => {
  it('but for case, width, accents, and simplified and traditional characters', () => {
    expect(pairs(['Nvidia', 'NVIDIA', 'ＮＶＩＤＩＡ'])).toEqual([
      'NVIDIA > Nvidia: same-letters',
      'ＮＶＩＤＩＡ > Nvidia: same-letters',
    ])
    expect(pairs(['出口管制', '出口管製', 'Élysée', 'Elysee'])).toEqual([
      '出口管製 > 出口管制: same-letters',
      'Elysee > Élysée: same-letters',
    ])
  })

  it('but for punctuation, an English plural, one letter of a longer word, or the branch', () => {
    expect(pairs(['export controls', 'export-controls'])).toEqual([
      'export-controls > export controls: punctuation',
    ])
    expect(pairs(['chip export', 'chip exports', 'companies', 'company', 'taxes', 'tax'])).toEqual([
      'chip exports > chip export: plural',
      'company > companies: plural',
      'tax > taxes: plural',
    ])
    expect(pairs(['semiconductor', 'semicondcutor', 'semicnductor'])).toEqual([
      'semicnductor > semiconductor: one-letter',
      'semicondcutor > semiconductor: one-letter',
    ])
    expect(pairs(['公司/英伟达', '芯片/英伟达'])).toEqual(['芯片/英伟达 > 公司/英伟达: other-branch'])
  })

  it('not where a digit or a short word tells them apart, nor a tag and what is below it', () => {
    expect(pairs(['budget 2024', 'budget 2025'])).toEqual([])
    expect(pairs(['Iran', 'Iraq', '中美关系', '中英关系', 'news', 'new'])).toEqual([])
    expect(pairs(['chip', 'chip/chips', 'chip/chip'])).not.toContain('chip/chip > chip: other-branch')
  })

  it('where an article states them as one, with its words', () => {
    const stated: StatedPair = { names: ['NVIDIA', '英伟达'], words: '英伟达（NVIDIA）', clipping: 'c' }
    expect(
      lookAlikes(
        [
          { name: '英伟达', total: 9 },
          { name: 'NVIDIA', total: 2 },
        ],
        [stated],
      ),
    ).toEqual([
      {
        name: 'NVIDIA',
        into: '英伟达',
        likeness: 'stated',
        stated: { words: '英伟达（NVIDIA）', clipping: 'c' },
      },
    ])
  })
})
