import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../../electron/formats/import-file.ts'
import { type TarEntry, tarEntries } from '../../../electron/formats/tar-entries.ts'

function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(512)
  block.write(name, 0)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write(' '.repeat(8), 148)
  block.write(type, 156)
  block.write('ustar\x0000', 257)
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return block
}

function file(name: string, words: string, type = '0'): Buffer {
  const bytes = Buffer.from(words)
  return Buffer.concat([
    header(name, bytes.length, type),
    bytes,
    Buffer.alloc((512 - (bytes.length % 512)) % 512),
  ])
}

async function read(bytes: Buffer): Promise<{ entries: string[]; isWhole: boolean }> {
  const entries: string[] = []
  const reading = tarEntries(fileInMemory('a.tar', bytes))
  for (;;) {
    const next: IteratorResult<TarEntry, boolean> = await reading.next()
    if (next.done === true) return { entries, isWhole: next.value }
    const { path, start, size } = next.value
    entries.push(`${path}: ${bytes.subarray(start, start + size)}`)
  }
}

const END = Buffer.alloc(1024)

describe('a tar archive', () => {
  it('gives its files and where they are', async () => {
    const bytes = Buffer.concat([file('a.md', 'one'), file('dir/', '', '5'), file('./dir/b.md', '二'), END])
    expect(await read(bytes)).toEqual({ entries: ['a.md: one', 'dir/b.md: 二'], isWhole: true })
  })

  it('reads names that are longer than the header has room for', async () => {
    const long = `resources/${'n'.repeat(150)}.png`
    const pax = `${long.length + 11} path=${long}\n`
    expect((await read(Buffer.concat([file('x', pax, 'x'), file('short', 'p'), END]))).entries).toEqual([
      `${long}: p`,
    ])
    expect(
      (await read(Buffer.concat([file('L', `${long}\0`, 'L'), file('short', 'g'), END]))).entries,
    ).toEqual([`${long}: g`])
  })

  it('says where it is cut off or damaged', async () => {
    const bytes = Buffer.concat([file('a.md', 'one'), file('b.md', 'two'), END])
    expect(await read(bytes.subarray(0, 1024 + 514))).toEqual({ entries: ['a.md: one'], isWhole: false })
    bytes.writeUInt8(0xff, 1024 + 30)
    expect(await read(bytes)).toEqual({ entries: ['a.md: one'], isWhole: false })
  })
})
