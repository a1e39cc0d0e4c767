/** A source that a text names, and the words that name it, from `start` up to `end`. */
export interface FoundSource {
  readonly source: string | null
  readonly by?: string
  readonly start: number
  readonly end: number
}
