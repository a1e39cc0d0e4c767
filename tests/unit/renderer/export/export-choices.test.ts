import { describe, expect, it } from 'vitest'
import { obstacleTo } from '../../../../renderer/features/export/export-choices.ts'

describe('why an export cannot start', () => {
  it('is that nothing is chosen, that there is nothing in it, or that it has no title, in this order', () => {
    expect(obstacleTo(undefined, 0, '')).toBe('choose')
    expect(obstacleTo({ kind: 'all' }, 0, '')).toBe('nothing')
    expect(obstacleTo({ kind: 'all' }, 3, '  ')).toBe('title')
  })

  it('is nothing where all three are there, or while the clippings are still counted', () => {
    expect(obstacleTo({ kind: 'all' }, 3, 'H20')).toBeUndefined()
    expect(obstacleTo({ kind: 'all' }, undefined, 'H20')).toBeUndefined()
  })
})
