import { expect, it } from 'vitest'
import { placesOfNotes } from '../../../../../renderer/features/highlights/note-places.ts'

it('puts notes beside their words, and below the note before where that is in the way', () => {
  const notes = [
    { top: 100, height: 40 },
    { top: 110, height: 20 },
    { top: 400, height: 20 },
  ]
  expect(placesOfNotes(notes)).toEqual([100, 150, 400])
  expect(placesOfNotes([])).toEqual([])
})
