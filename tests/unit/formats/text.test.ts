import { describe, expect, it } from 'vitest'
import { readText } from '../../../electron/formats/text.ts'
import { readBytes } from '../../formats/golden-document.ts'
import { ENCODED } from '../../formats/text/encoded.ts'

async function textOf(bytes: Uint8Array): Promise<string> {
  const [read] = await readBytes(readText, 'a.txt', bytes)
  if (read?.ok !== true || read.value.content.kind !== 'text') throw new Error(JSON.stringify(read))
  return read.value.content.text
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

describe('readText', () => {
  it.each(Object.entries(ENCODED))('reads %s without a declaration', async (_encoding, { words, base64 }) => {
    expect(await textOf(bytesOf(base64))).toBe(words)
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('reads %s by its mark', async encoding => {
    const marked = '\ufeff水库的水位'
    const bytes = encoding === 'utf-8' ? Buffer.from(marked) : Buffer.from(marked, 'utf16le')
    if (encoding === 'utf-16be') bytes.swap16()
    expect(await textOf(new Uint8Array(bytes))).toBe('水库的水位')
  })

  it('believes what an editor noted', async () => {
    const bytes = new Uint8Array([...Buffer.from('-*- coding: windows-1250 -*-\n'), 0xb3])
    expect(await textOf(bytes)).toBe('-*- coding: windows-1250 -*-\nł')
  })

  it.each([
    ['no bytes', new Uint8Array(), 'empty'],
    ['blanks', new TextEncoder().encode(' \n\u3000'), 'empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2), 'not-recognised'],
  ])('refuses %s with its reason', async (_name, bytes, reason) => {
    expect(await readBytes(readText, 'a.txt', bytes)).toMatchObject([{ ok: false, error: { reason } }])
  })

  it('takes a saved page under the name of a text for a page', async () => {
    const [read] = await readBytes(
      readText,
      'a.txt',
      new TextEncoder().encode('<!DOCTYPE html><html>x</html>'),
    )
    expect(read).toMatchObject({ ok: true, value: { content: { kind: 'html', extent: 'page' } } })
  })
})
