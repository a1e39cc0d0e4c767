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
  /** Whether it agrees with itself: whoever changes a bag can make all of its sums anew, but for {@link seal}. */
  readonly ok: boolean
  /** The SHA-256 of the manifest of its manifests, to hold against the one that was noted when the bag was made. */
  readonly seal: string | undefined
  readonly files: number
  readonly clippings: number
  readonly changes: number
  /** Originals and pictures that the library had lost before the bag was made. */
  readonly lost: readonly string[]
  readonly problems: readonly BagProblem[]
}
