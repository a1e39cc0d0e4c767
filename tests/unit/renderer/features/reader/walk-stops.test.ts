import { describe, expect, it } from 'vitest'
import { nextStop } from '../../../../../renderer/features/reader/walk-stops.ts'

describe('walking through the dates and buttons of an article', () => {
  it('starts at the first, from the body itself', () => {
    expect(nextStop('ArrowRight', -1, 3)).toBe(0)
  })

  it('goes on and back, and stays at either end', () => {
    expect(nextStop('ArrowRight', 0, 3)).toBe(1)
    expect(nextStop('ArrowLeft', 2, 3)).toBe(1)
    expect(nextStop('ArrowRight', 2, 3)).toBe(2)
    expect(nextStop('ArrowLeft', 0, 3)).toBe(0)
  })

  it('leaves every other key alone, so that up and down scroll', () => {
    expect(nextStop('ArrowDown', 0, 3)).toBeUndefined()
    expect(nextStop('Tab', 0, 3)).toBeUndefined()
  })

  it('leaves the arrows alone where there is nothing to walk through', () => {
    expect(nextStop('ArrowRight', -1, 0)).toBeUndefined()
  })
})
