/** Where a note would stand, beside the words that it is about, and how much room it takes. */
export interface NotePlace {
  readonly top: number
  readonly height: number
}

const GAP = 10

/** The tops of notes in the order of the text, each beside its words or below the note before it. */
export function placesOfNotes(notes: readonly NotePlace[]): number[] {
  let free = 0
  return notes.map(({ top, height }) => {
    const place = Math.max(top, free)
    free = place + height + GAP
    return place
  })
}
