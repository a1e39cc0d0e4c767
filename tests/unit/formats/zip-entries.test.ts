import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../../electron/formats/import-file.ts'
import { openZip, type ZipEntries } from '../../../electron/formats/zip-entries.ts'
import { storedZstd } from '../../formats/stored-zstd.ts'
import { zipOf } from '../../formats/zip-of.ts'

async function opened(bytes: Uint8Array): Promise<ZipEntries> {
  const zip = await openZip(fileInMemory('a.zip', bytes))
  if (!zip.ok) throw new Error(zip.error.reason)
  return zip.value
}

const reasonOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const zip = await openZip(fileInMemory('a.zip', bytes))
  return zip.ok ? undefined : zip.error.reason
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('a ZIP archive', () => {
  it('gives the bytes of each entry', async () => {
    const zip = await opened(
      await zipOf([
        { path: 'a/b.txt', bytes: text('one') },
        { path: '南湖.txt', bytes: text('二') },
      ]),
    )
    expect(zip.entries.map(({ path }) => path)).toEqual(['a/b.txt', '南湖.txt'])
    const [, second] = zip.entries
    const read = second && (await zip.read(second))
    expect(read?.ok === true && new TextDecoder().decode(read.value)).toBe('二')
  })

  it('reads names that Chinese Windows wrote', async () => {
    const bytes = await zipOf([{ path: 'nnnn.txt', bytes: text('x') }])
    // 南湖 in GBK, and the flag that says UTF-8 taken away.
    for (let at = bytes.indexOf('nnnn'); at !== -1; at = bytes.indexOf('nnnn', at + 1))
      bytes.set([0xc4, 0xcf, 0xba, 0xfe], at)
    for (const [signature, flags] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const)
      bytes.writeUInt16LE(0, bytes.indexOf(signature, 0, 'latin1') + flags)
    expect((await opened(bytes)).entries.map(({ path }) => path)).toEqual(['南湖.txt'])
  })

  it('leaves out entries whose names lead outside', async () => {
    const zip = await opened(
      await zipOf(
        ['../up.txt', '/root.txt', 'C:/drive.txt', 'a\\..\\..\\up.txt', 'in.txt'].map(path => ({
          path,
          bytes: text('x'),
        })),
      ),
    )
    expect(zip.entries.map(({ path }) => path)).toEqual(['in.txt'])
    expect(zip.leftOut).toBe(4)
  })

  it('refuses a bomb before it unpacks anything', async () => {
    const zeros = new Uint8Array(80 * 1024 * 1024)
    expect(await reasonOf(await zipOf([{ path: 'a', bytes: zeros }]))).toBe('unsafe')
  })

  it('ends the reading of an entry that is larger than it claims', async () => {
    const bytes = await zipOf([{ path: 'a', bytes: new Uint8Array(4096) }])
    bytes.writeUInt32LE(16, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24)
    const zip = await opened(bytes)
    const [entry] = zip.entries
    expect(entry && (await zip.read(entry))).toMatchObject({ ok: false, error: { reason: 'unsafe' } })
  })

  it('says that an entry is encrypted', async () => {
    const bytes = await zipOf([{ path: 'a', bytes: new Uint8Array(4096) }])
    bytes.writeUInt16LE(1, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 8)
    const zip = await opened(bytes)
    const [entry] = zip.entries
    expect(entry && (await zip.read(entry))).toMatchObject({ ok: false, error: { reason: 'encrypted' } })
  })

  it('unpacks what zstd packed, no further than it claims', async () => {
    const frame = storedZstd('Words')
    const bytes = await zipOf([{ path: 'a', bytes: frame }])
    const start = 30 + 1
    expect(bytes.subarray(start, start + frame.length)).toEqual(frame)
    const entry = bytes.indexOf('PK\x01\x02', 0, 'latin1')
    bytes.writeUInt16LE(93, entry + 10)
    const readAs = async (size: number) => {
      bytes.writeUInt32LE(size, entry + 24)
      const zip = await opened(bytes)
      const [only] = zip.entries
      return only && (await zip.read(only))
    }
    expect(await readAs(5)).toEqual({ ok: true, value: Buffer.from('Words') })
    expect(await readAs(4)).toMatchObject({ ok: false, error: { reason: 'unsafe' } })
  })

  it('says that it is empty, cut off, or none', async () => {
    const bytes = await zipOf([{ path: 'a', bytes: text('x') }])
    expect(await reasonOf(new Uint8Array(0))).toBe('empty')
    expect(await reasonOf(bytes.subarray(0, bytes.length - 10))).toBe('damaged')
    expect(await reasonOf(text('not a ZIP'))).toBe('damaged')
  })
})
