import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { FamilyMember } from '../core/similarity/family-index.ts'
import type { Sample } from '../core/similarity/sketch.ts'

/** Raised whenever the same text may be sampled differently: an older file is made anew. */
const VERSION = 2

const headSchema = z.object({
  version: z.literal(VERSION),
  /** The change of the library that the file is up to; absent where it holds a part. */
  seq: z.number().int().nonnegative().optional(),
  /** Id, revision, family ('' for the clipping's own), and of shingles and pairs how many there are and are kept. */
  members: z.array(
    z.tuple([z.string(), z.number(), z.string(), z.number(), z.number(), z.number(), z.number()]),
  ),
})

interface FamilyFile {
  readonly seq: number | undefined
  readonly members: FamilyMember[]
}

const NEWLINE = 0x0a
const NONE: Sample = { hashes: new Uint32Array(), total: 0 }

/** What the file holds; undefined where there is none that can be used, which costs reading the articles anew. */
export function readFamilyFile(path: string): FamilyFile | undefined {
  try {
    const bytes = readFileSync(path)
    const end = bytes.indexOf(NEWLINE)
    const head = headSchema.safeParse(JSON.parse(bytes.subarray(0, end).toString('utf8')))
    if (!head.success) return undefined
    // A copy, because typed arrays begin at multiples of their elements.
    const hashes = new Uint32Array(Uint8Array.from(bytes.subarray(end + 1)).buffer)
    let at = 0
    const next = (total: number, length: number): Sample => {
      at += length
      return { hashes: hashes.slice(at - length, at), total }
    }
    const members = head.data.members.map(([id, revision, family, ...counts]): FamilyMember => {
      const [shingles, shinglesKept, pairs, pairsKept] = counts
      const sketch =
        shinglesKept === 0
          ? undefined
          : { shingles: next(shingles, shinglesKept), pairs: next(pairs, pairsKept) }
      return { id, revision, family: family === '' ? id : family, sketch }
    })
    return at === hashes.length ? { seq: head.data.seq, members } : undefined
  } catch (error) {
    // A file that is missing, cut off or not ours is no file.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Writes the file whole, or leaves the one before; false where the disk does not take it. */
export function writeFamilyFile(
  path: string,
  seq: number | undefined,
  members: Iterable<FamilyMember>,
): boolean {
  const head: z.infer<typeof headSchema> = {
    version: VERSION,
    ...(seq !== undefined && { seq }),
    members: [],
  }
  const hashes: Uint8Array[] = []
  for (const { id, revision, family, sketch } of members) {
    const { shingles = NONE, pairs = NONE } = sketch ?? {}
    const counts = [shingles.total, shingles.hashes.length, pairs.total, pairs.hashes.length] as const
    head.members.push([id, revision, family === id ? '' : family, ...counts])
    for (const { hashes: kept } of [shingles, pairs])
      hashes.push(new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength))
  }
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...hashes]))
    renameSync(`${path}.new`, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
