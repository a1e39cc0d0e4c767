import { describe, expect, it } from 'vitest'
import { readPlist } from '../../../electron/formats/plist.ts'

/** A binary property list of these objects, the first of them the outermost. */
function binary(objects: readonly (readonly number[])[]): Uint8Array {
  const header = [...Buffer.from('bplist00')]
  const offsets: number[] = []
  const body: number[] = []
  for (const object of objects) {
    offsets.push(header.length + body.length)
    body.push(...object)
  }
  const table = header.length + body.length
  const eight = (value: number): number[] => [0, 0, 0, 0, 0, 0, value >> 8, value & 255]
  const trailer = [0, 0, 0, 0, 0, 0, 1, 1, ...eight(objects.length), ...eight(0), ...eight(table)]
  return Uint8Array.from([...header, ...body, ...offsets, ...trailer])
}

describe('a property list', () => {
  it('in XML has its values', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>a</key><string>春 &amp; &#33590;<![CDATA[ <b> ]]></string><key>n</key><integer>7</integer>
<key>d</key><data>YWI=</data><key>l</key><array><true/><false/></array></dict></plist>`
    expect(readPlist(Buffer.from(xml))).toEqual({
      ok: true,
      value: new Map<string, unknown>([
        ['a', '春 & 茶 <b> '],
        ['n', 7],
        ['d', Buffer.from('ab')],
        ['l', [true, false]],
      ]),
    })
  })

  it('in binary has its values', () => {
    const list = binary([
      [0xd1, 1, 2],
      [0x51, 0x61],
      [0xa4, 3, 4, 5, 6],
      [0x62, 0x66, 0x25, 0x83, 0x36],
      [0x42, 1, 2],
      [9],
      [0x11, 1, 0],
    ])
    expect(readPlist(list)).toEqual({
      ok: true,
      value: new Map([['a', ['春茶', Buffer.from([1, 2]), true, 256]]]),
    })
  })

  it.each([
    ['that holds itself', binary([[0xa1, 0]])],
    [
      'that doubles at each level',
      binary(Array.from({ length: 60 }, (_, at) => (at === 59 ? [9] : [0xa2, at + 1, at + 1]))),
    ],
    ['in XML that nests without end', Buffer.from(`<plist>${'<array>'.repeat(100_000)}`)],
  ])('%s is unsafe', (_name, bytes) => {
    expect(readPlist(bytes)).toEqual({ ok: false, error: 'unsafe' })
  })

  it('does not expand entities of its own', () => {
    const laughs = `<!DOCTYPE plist [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><plist><string>&b;&b;</string></plist>`
    expect(readPlist(Buffer.from(laughs))).toEqual({ ok: true, value: '&b;&b;' })
  })

  it.each([
    ['cut off', Buffer.from('<plist><dict><key>a</key>')],
    ['with tags that do not match', Buffer.from('<plist><dict></array></plist>')],
    ['of nothing', Buffer.from('<plist></plist>')],
    ['binary, cut off', binary([[0xd1, 1, 2], [0x51, 0x61], [9]]).subarray(0, 30)],
    ['binary, without a trailer', Buffer.from('bplist00')],
    ['binary, with objects outside', binary([[0xa1, 9]])],
    ['binary, with a length beyond its end', binary([[0x5f, 0x11, 0xff, 0xff, 0x61]])],
  ])('%s is damaged', (_name, bytes) => {
    expect(readPlist(bytes)).toEqual({ ok: false, error: 'damaged' })
  })
})
