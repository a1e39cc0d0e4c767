import { describe, expect, it } from 'vitest'
import { actionOf } from '../../../../renderer/features/tags/tree-keys.ts'

const stroke = (key: string, more: Partial<Parameters<typeof actionOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('the keys of the tag tree', () => {
  it('tells a new tag from a new one below by Shift', () => {
    expect(actionOf(stroke('n'), 'linux')).toBe('new')
    expect(actionOf(stroke('N', { shiftKey: true }), 'linux')).toBe('newChild')
  })

  it('renames with F2 and with Enter', () => {
    expect(actionOf(stroke('F2'), 'win32')).toBe('rename')
    expect(actionOf(stroke('Enter'), 'darwin')).toBe('rename')
  })

  it('leaves combinations with Control or Command to the window', () => {
    expect(actionOf(stroke('c', { ctrlKey: true }), 'linux')).toBeUndefined()
    expect(actionOf(stroke('c', { metaKey: true }), 'darwin')).toBeUndefined()
  })

  it('takes the place of the letter on a layout without Latin letters', () => {
    expect(actionOf(stroke('ь', { code: 'KeyM' }), 'linux')).toBe('merge')
  })
})
