import { describe, expect, it } from 'vitest'
import { readPlainText } from '../../../electron/formats/plain-text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('readPlainText', () => {
  it('reads UTF-8 with and without a byte-order mark, without the mark', () => {
    expect(readPlainText(utf8('商务部'))).toEqual({ ok: true, value: '商务部' })
    expect(readPlainText(utf8('\ufeff商务部'))).toEqual({ ok: true, value: '商务部' })
  })

  it('reads UTF-16 of both byte orders by its mark', () => {
    expect(readPlainText(Uint8Array.of(0xff, 0xfe, 0x46, 0x55))).toEqual({ ok: true, value: '商' })
    expect(readPlainText(Uint8Array.of(0xfe, 0xff, 0x55, 0x46))).toEqual({ ok: true, value: '商' })
  })

  it('reads GB18030 where the bytes are not UTF-8', () => {
    expect(readPlainText(Uint8Array.of(0xc9, 0xcc, 0xce, 0xf1, 0xb2, 0xbf))).toEqual({
      ok: true,
      value: '商务部',
    })
  })

  it('reads text that was saved after a wrong decoding as it was meant', () => {
    const meant =
      'The mayor’s “final” offer — £3m — was refused, the café’s owners said on Tuesday.\n'.repeat(8)
    const wrong = new TextDecoder('windows-1252').decode(utf8(meant))
    expect(readPlainText(utf8(wrong))).toEqual({ ok: true, value: meant })
  })

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'not-text'],
    ['control characters', utf8('abc\u0001def'), 'not-text'],
    ['no bytes', new Uint8Array(), 'empty'],
    ['white space only', utf8(' \n\t\u3000'), 'empty'],
    ['a saved page', utf8('\n<!DOCTYPE html><html><body>x</body></html>'), 'saved-page'],
  ])('refuses %s with its reason', (_name, bytes, reason) => {
    expect(readPlainText(bytes)).toEqual({ ok: false, error: reason })
  })
})
