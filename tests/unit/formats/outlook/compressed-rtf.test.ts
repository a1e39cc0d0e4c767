import { describe, expect, it } from 'vitest'
import { unpackedRtf } from '../../../../electron/formats/outlook/compressed-rtf.ts'

const unpacked = (hex: string): string =>
  Buffer.from(unpackedRtf(Buffer.from(hex.replaceAll(/\s/gu, ''), 'hex')) ?? '').toString('latin1')

describe('packed Rich Text', () => {
  // [MS-OXRTFCP], 3.1.1.1 and 3.1.1.2.
  it.each([
    [
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    ],
    ['1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}'],
  ])('%s is unpacked', (hex, text) => {
    expect(unpacked(hex)).toBe(text)
  })

  it('that is stored is as it stands, and what is cut off ends there', () => {
    expect(unpacked(`0e000000 06000000 4d454c41 00000000 ${Buffer.from('{\\rtf}').toString('hex')}`)).toBe(
      '{\\rtf}',
    )
    expect(unpacked('1a0000001c0000004c5a4675e2d44b5141000420575859')).toBe('{\\rtf1 WXY')
    expect(unpacked('1a000000')).toBe('')
    expect(unpacked('1a0000001c00000000000000e2d44b5141000420575859')).toBe('')
  })
})
