/** What a cell can be: a day is one only where the document states a day. */
export type Cell =
  | string
  | number
  | boolean
  | { readonly day: string }
  | { readonly words: string; readonly address: string }

/** A sheet of a workbook: a row of names that stays in sight, and rows of cells. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly width: number }[]
  readonly rows: readonly (readonly (Cell | undefined)[])[]
}
