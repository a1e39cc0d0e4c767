import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ElementScan } from '../../../electron/formats/element-scan.ts'

const XML = Buffer.from(
  '<!-- <note>no</note> --><notes><note a="1"><![CDATA[<note></note>]]>一<note>in</note></note><note/><note>two</note></notes>',
)

function found(pieces: readonly Buffer[]): string[] {
  const scan = new ElementScan('note')
  return pieces
    .flatMap(piece => [...scan.push(piece)])
    .map(({ start, end }) => XML.subarray(start, end).toString())
}

describe('the scan for elements', () => {
  it('finds the outermost elements of a name, and none in comments and CDATA', () => {
    expect(found([XML])).toEqual([
      '<note a="1"><![CDATA[<note></note>]]>一<note>in</note></note>',
      '<note>two</note>',
    ])
  })

  it('finds the same however the bytes come in pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: XML.length }), { maxLength: 8 }), cuts => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), XML.length]
        const pieces = places.slice(1).map((place, at) => XML.subarray(places[at], place))
        expect(found(pieces)).toEqual(found([XML]))
      }),
      { seed: 4 },
    )
  })

  it('says where an element starts that is not closed', () => {
    const scan = new ElementScan('note')
    expect([...scan.push(Buffer.from('<a/><note>open'))]).toEqual([])
    expect(scan.openSince).toBe(4)
  })
})
