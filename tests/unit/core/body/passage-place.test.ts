import { describe, expect, it } from 'vitest'
import { passagePlace, searched, timeOfPassage } from '../../../../electron/core/body/passage-place.ts'

const text = searched('Ships wait. Ships  wait at sea; ships wait.')

describe('a passage', () => {
  it('is found as it stands, before it is by its words', () => {
    expect(passagePlace(text, ' Ships  wait ')).toEqual({ start: 12, end: 23 })
    expect(passagePlace(text, 'at\nsea')).toEqual({ start: 24, end: 30 })
    expect(passagePlace(text, 'Boats')).toBeUndefined()
    expect(passagePlace(text, ' ')).toBeUndefined()
  })

  it('whose words stand more than once is told by how manieth they are', () => {
    expect(timeOfPassage(text, 'Ships wait', 12)).toBe(2)
    expect(passagePlace(text, 'Ships wait', 2)).toEqual({ start: 12, end: 23 })
    expect(timeOfPassage(text, 'Ships wait', 0)).toBe(1)
    expect(timeOfPassage(text, 'at sea', 24)).toBe(1)
    // Other words stand there.
    expect(timeOfPassage(text, 'wait', 3)).toBeUndefined()
    expect(passagePlace(text, 'Ships wait', 3)).toBeUndefined()
  })
})
