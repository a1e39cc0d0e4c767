import { describe, expect, it } from 'vitest'
import { smallLetters, smallPattern } from '../../../../electron/core/dates/small-letters.ts'

describe('small letters', () => {
  it('keep every position of the text', () => {
    expect(smallLetters('İN MAY, Ünder ИЮНЬ')).toBe('İn may, Ünder ИЮНЬ')
  })

  it('are found by a pattern that was written with capitals, with its classes and groups as they were', () => {
    const pattern = smallPattern(/(?<!\p{L})(?<Q3>[A-C]\d)\s\S\k<Q3>(?!\W)/giu)
    expect(pattern.flags).toBe('gu')
    const match = pattern.exec(smallLetters('x A1 -A1z'))
    expect(match?.groups?.['Q3']).toBe('a1')
    expect(match?.index).toBe(2)
  })
})
