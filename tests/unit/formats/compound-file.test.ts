import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompoundStorage, openCompound } from '../../../electron/formats/compound-file.ts'
import { compoundFile } from '../../../electron/formats/compound-writer.ts'
import { fixture } from '../../formats/reading.ts'

interface Tree {
  readonly [name: string]: Tree | Uint8Array
}

const storageOf = (name: string, tree: Tree): CompoundStorage => {
  const entries = Object.entries(tree)
  return {
    name,
    classId: new Uint8Array(16),
    streams: new Map(
      entries.flatMap(([own, value]) =>
        value instanceof Uint8Array
          ? [[own, { name: own, size: value.length, bytes: () => value }] as const]
          : [],
      ),
    ),
    storages: new Map(
      entries.flatMap(([own, value]) =>
        value instanceof Uint8Array ? [] : [[own, storageOf(own, value)] as const],
      ),
    ),
  }
}

/** Every path with what lies there; a storage has none. */
const pathsOf = ({ storages, streams }: CompoundStorage, path = ''): string[] => [
  ...[...streams].map(
    ([name, stream]) => `${path}/${name} ${Buffer.from(stream.bytes() ?? []).toString('base64')}`,
  ),
  ...[...storages].flatMap(([name, storage]) => [`${path}/${name}`, ...pathsOf(storage, `${path}/${name}`)]),
]

const opened = (bytes: Uint8Array): CompoundStorage => {
  const storage = openCompound(bytes)
  if (!storage.ok) throw new Error(storage.error)
  return storage.value
}

/** Of a file of Tuta's writer, with a number of its header or its directory changed. */
async function changed(at: number, value: number): Promise<Uint8Array> {
  const bytes = Buffer.from(await fixture('outlook-message/tuta-en.msg'))
  bytes.writeUInt32LE(value, at)
  return bytes
}

describe('a compound file', () => {
  it('has what was put into it, small and large', () => {
    const name = fc.stringMatching(/^[a-z\d_.#]{1,31}$/u)
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 4000, max: 9000 }).map(size => new Uint8Array(size).fill(size % 251)),
    )
    const tree = fc.letrec<{ tree: Tree }>(tie => ({
      tree: fc.dictionary(name, fc.oneof({ depthSize: 'small' }, bytes, tie('tree')), { maxKeys: 8 }),
    })).tree
    fc.assert(
      fc.property(tree, wanted => {
        const root = storageOf('', wanted)
        expect(
          pathsOf(opened(compoundFile(root)))
            .sort()
            .join(),
        ).toBe(pathsOf(root).sort().join())
      }),
      { seed: 20261128, numRuns: 40 },
    )
  })

  it('that runs in circles is gone through once', async () => {
    const circles = await fixture('outlook-message/tuta-en.msg')
    const directory = (circles.readUInt32LE(48) + 1) * 512
    const [left, child] = [directory + 128 + 68, directory + 76]
    for (const [at, value] of [
      [left, 1],
      [left, 0],
      [child, 0],
    ] as const)
      expect(openCompound(await changed(at, value)).ok).toBe(true)
  })

  it('that claims more than it holds is damaged', async () => {
    const file = await fixture('outlook-message/tuta-en.msg')
    const directory = (file.readUInt32LE(48) + 1) * 512
    const [first] = [...Array(40).keys()].filter(place => file[directory + place * 128 + 66] === 2)
    const size = directory + (first ?? 0) * 128 + 120
    expect(openCompound(await changed(size, 0x7fffffff))).toEqual({ ok: false, error: 'damaged' })
  })

  it.each([0, 10, 511, 512, 700, 3000])(
    'that is cut off after %i bytes is damaged or reads as far',
    async size => {
      const storage = openCompound((await fixture('outlook-message/tuta-en.msg')).subarray(0, size))
      if (storage.ok)
        for (const { bytes } of storage.value.streams.values()) expect(() => bytes()).not.toThrow()
      else expect(storage.error).toBe('damaged')
    },
  )
})
