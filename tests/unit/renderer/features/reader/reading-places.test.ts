import { expect, it } from 'vitest'
import { readingPlace, rememberPlace } from '../../../../../renderer/features/reader/reading-places.ts'

it('keeps where one stopped in the clippings that were read last, and forgets those read to their end', () => {
  for (let number = 0; number < 305; number++)
    rememberPlace(`clipping ${number}`, { order: number, above: 0.5 })
  expect(readingPlace('clipping 4')).toBeUndefined()
  expect(readingPlace('clipping 5')).toEqual({ order: 5, above: 0.5 })
  rememberPlace('clipping 5', undefined)
  expect(readingPlace('clipping 5')).toBeUndefined()
  rememberPlace('clipping 6', { order: 7, above: 0 })
  for (let number = 400; number < 690; number++) rememberPlace(`clipping ${number}`, { order: 1, above: 0 })
  expect(readingPlace('clipping 6')).toEqual({ order: 7, above: 0 })
})
