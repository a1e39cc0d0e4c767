import canonicalize from 'canonicalize'
import { z } from 'zod'
import { withMarks } from '../../library/marks.ts'
import type { Clipping } from '../../model/clipping.ts'
import { sha256Schema } from '../../model/identifiers.ts'
import { changeLabelSchema, journalLineSchema, operationSchema } from '../../model/library-change.ts'

/** What one change of the library did to one clipping. */
export const loggedChangeSchema = z.object({
  ...journalLineSchema.pick({ seq: true, at: true, by: true, reverts: true }).shape,
  label: changeLabelSchema,
  operations: z.array(operationSchema),
})

export type LoggedChange = z.infer<typeof loggedChangeSchema>

/**
 * A link of the chain: `hash` is the SHA-256 of the UTF-8 bytes of `previous`, in hexadecimal, followed by `change` in the
 * canonical form of RFC 8785. `previous` is the hash of the link before; of the first it is 64 zeros.
 */
export const chainLinkSchema = z.object({
  change: loggedChangeSchema,
  previous: sha256Schema,
  hash: sha256Schema,
})

export type ChainLink = z.infer<typeof chainLinkSchema>

export const CHAIN_START = '0'.repeat(64)

/** The SHA-256 of a text in lower-case hexadecimal. */
export type Sha256Of = (text: string) => string

/**
 * The canonical form of RFC 8785. It has no room for a half of a surrogate pair, which JSON.stringify writes as an escape,
 * and no other character so; U+FFFD stands for it.
 */
function canonical(value: object): string {
  const json = JSON.stringify(value).replace(
    /(\\\\)|\\ud[89a-f][\da-f]{2}/gu,
    (_all, backslash?: string) => backslash ?? '\ufffd',
  )
  return canonicalize(JSON.parse(json)) ?? ''
}

/** The hash of a change behind another. */
export const linkHash = (previous: string, change: object, sha256Of: Sha256Of): string =>
  sha256Of(`${previous}${canonical(change)}`)

/** Changes in their order as a chain. */
export function chainOf(changes: readonly LoggedChange[], sha256Of: Sha256Of): ChainLink[] {
  let previous = CHAIN_START
  return changes.map(change => {
    const link = { change, previous, hash: linkHash(previous, change, sha256Of) }
    previous = link.hash
    return link
  })
}

/** One link as a line of its file, in canonical form itself. */
export const chainLine = (link: ChainLink): string => `${canonical(link)}\n`

/** The clipping after these changes; undefined where they do not begin with it, or end without it. */
export function clippingAfter(changes: readonly Pick<LoggedChange, 'operations'>[]): Clipping | undefined {
  let clipping: Clipping | undefined
  for (const { operations } of changes)
    for (const operation of operations) {
      if (operation.op === 'put-clipping') clipping = operation.clipping
      if (operation.op === 'remove-clipping') clipping = undefined
      if (operation.op === 'mark-clipping') clipping = clipping && withMarks(clipping, operation.marks)
    }
  return clipping
}

export const areSame = (one: object, other: object): boolean => canonical(one) === canonical(other)

/**
 * The changes up to the one that made the clipping what it is here: while an export is written, the library may go on. All
 * of them where none did, as in a library that is older than its journal.
 */
export function changesUpTo(clipping: Clipping, changes: readonly LoggedChange[]): readonly LoggedChange[] {
  for (let end = changes.length; end > 0; end -= 1) {
    const after = clippingAfter(changes.slice(0, end))
    if (after !== undefined && areSame(after, clipping)) return changes.slice(0, end)
  }
  return changes
}
