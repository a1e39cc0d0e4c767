import { describe, expect, it } from 'vitest'
import { NONE_MOVED, notesToMove } from '../../../../electron/core/export/book/note-places.ts'

/** A note and its passage: the page and the height, in points from its foot, of each. */
const pair = (number: number, passage: readonly [number, number], note: readonly [number, number]) => [
  { name: `article-1-ref-${number}`, page: passage[0], top: passage[1] },
  { name: `article-1-note-${number}`, page: note[0], top: note[1] },
]
const raised = (...numbers: number[]) => numbers.map(number => `article-1-note-${number}`)

describe('a note in the margin', () => {
  it('stays where it stands beside its passage, or a little below', () => {
    expect(notesToMove([...pair(1, [1, 700], [1, 702]), ...pair(2, [1, 690], [1, 610])], NONE_MOVED)).toBe(
      NONE_MOVED,
    )
  })

  it('that is on the next page is raised, and stands after the article where that was no help', () => {
    const places = pair(1, [1, 90], [2, 770])
    const once = notesToMove(places, NONE_MOVED)
    expect(once).toEqual({ raised: raised(1), after: [] })
    expect(notesToMove(places, once)).toEqual({ raised: raised(1), after: raised(1) })
    expect(notesToMove(pair(1, [1, 90], [1, 190]), once)).toBe(once)
  })

  it('that others push too far down stands after the article, and those below it rise into its place', () => {
    const places = [
      ...pair(1, [1, 700], [1, 702]),
      ...pair(2, [1, 698], [1, 600]),
      ...pair(3, [1, 695], [1, 500]),
      ...pair(4, [1, 690], [1, 400]),
      // Without the two above it has room again.
      ...pair(5, [1, 480], [1, 300]),
    ]
    expect(notesToMove(places, NONE_MOVED)).toEqual({ raised: [], after: raised(3, 4) })
  })
})
