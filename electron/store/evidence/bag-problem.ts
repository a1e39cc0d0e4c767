/**
 * What is wrong with a bag. `what` names the file, or the clipping; `changed` is a file whose SHA-256 is not the one in the
 * manifest, which is `detail`, so either of the two may have been changed.
 */
export interface BagProblem {
  readonly kind:
    | 'no-declaration'
    | 'bad-line'
    | 'unsafe-path'
    | 'missing'
    | 'added'
    | 'changed'
    | 'twice'
    | 'no-plain-file'
    | 'fetched'
    | 'other-size'
    | 'unreadable'
    | 'broken-chain'
    | 'other-chain-end'
    | 'other-state'
    | 'other-original'
    | 'other-clipping'
  readonly what: string
  readonly detail?: string
}

export interface BagReport {
  readonly ok: boolean
  readonly files: number
  readonly clippings: number
  readonly changes: number
  /** Originals and pictures that the library had lost before the bag was made. */
  readonly lost: readonly string[]
  readonly problems: readonly BagProblem[]
}
