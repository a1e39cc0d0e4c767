/** The names of a note and of the place that refers to it, in the article of a name, by the number of the highlight. */
export const noteName = (article: string, number: number): string => `${article}-note-${number}`
export const referenceName = (article: string, number: number): string => `${article}-ref-${number}`

/** The name of an element of a printed book, and where it stands: `top` is in points from the foot of the page. */
export interface NamedPlace {
  readonly name: string
  readonly page: number
  readonly top: number
}

/** The notes, by name, that do not stand right beside their passages. */
export interface MovedNotes {
  /** Those that begin where the block of their passage does. */
  readonly raised: readonly string[]
  /** Those that stand after their article. */
  readonly after: readonly string[]
}

export const NONE_MOVED: MovedNotes = { raised: [], after: [] }

/** How far below its passage a note may stand, in points: some eight lines of the text. */
const FARTHEST = 130

const NOTE = /^(article-\d+)-note-(\d+)$/u

/**
 * Which notes have to be moved, as a printed book shows: one that did not fit on the page of its passage is raised, and
 * stands after the article where that was no help; so does one that the notes above it push too far down. The same
 * instance where none has to be. Notes that were moved stay so, so that this comes to an end.
 */
export function notesToMove(places: readonly NamedPlace[], moved: MovedNotes): MovedNotes {
  const byName = new Map(places.map(place => [place.name, place]))
  const raised: string[] = []
  const after: string[] = []
  let page = 0
  // By how much what was moved away lets those below it rise.
  let freed = 0
  const notes = places
    .flatMap(place => {
      const [, article = '', number] = NOTE.exec(place.name) ?? []
      const passage = byName.get(referenceName(article, Number(number)))
      return passage === undefined || moved.after.includes(place.name) ? [] : [{ ...place, passage }]
    })
    .sort((a, b) => a.page - b.page || b.top - a.top)
  for (const [at, note] of notes.entries()) {
    if (note.page !== page) freed = 0
    page = note.page
    if (note.page !== note.passage.page) {
      ;(moved.raised.includes(note.name) ? after : raised).push(note.name)
      continue
    }
    const top = Math.min(note.passage.top, note.top + freed)
    if (note.passage.top - top <= FARTHEST) continue
    after.push(note.name)
    const next = notes[at + 1]
    if (next?.page === note.page) freed += note.top - next.top
  }
  if (raised.length === 0 && after.length === 0) return moved
  return { raised: [...moved.raised, ...raised], after: [...moved.after, ...after] }
}
