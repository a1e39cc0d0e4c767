import { describe, expect, it } from 'vitest'
import type { DiffBlock } from '../../../../../electron/core/model/article-diff.ts'
import { foldUnchanged } from '../../../../../renderer/features/reprints/fold-unchanged.ts'

const same = (text: string): DiffBlock => ({ kind: 'same', text })
const added: DiffBlock = { kind: 'added', text: 'new' }

/** `-` for a block, a number for so many folded away. */
const shape = (blocks: readonly DiffBlock[]): string =>
  foldUnchanged(blocks)
    .map(line => (line.kind === 'block' ? '-' : line.blocks.length))
    .join('')

describe('what did not change', () => {
  it('is folded away, but for one block before and after each change', () => {
    expect(shape([same('1'), same('2'), same('3'), added, same('4'), same('5'), same('6'), same('7')])).toBe(
      '2---3',
    )
  })

  it('stays where a fold would hide a single block', () => {
    expect(shape([same('1'), same('2'), added, same('3')])).toBe('----')
  })

  it('is one fold where nothing changed', () => {
    expect(shape([same('1'), same('2'), same('3')])).toBe('3')
    expect(shape([])).toBe('')
  })

  it('loses no block', () => {
    const blocks = [same('1'), same('2'), same('3'), added, same('4'), same('5'), same('6')]
    const kept = foldUnchanged(blocks).flatMap((line): readonly DiffBlock[] =>
      line.kind === 'block' ? [line.block] : line.blocks,
    )
    expect(kept).toEqual(blocks)
  })
})
