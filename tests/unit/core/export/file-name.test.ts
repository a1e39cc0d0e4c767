import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clippingFileName, fileNameOf, uniqueNames } from '../../../../electron/core/export/file-name.ts'
import { clippingWith } from './sample-clipping.ts'

describe('the name of an exported file', () => {
  it.each([
    ['美批准对华销售H20芯片?', '美批准对华销售H20芯片'],
    ['a/b\\c:d*e"f<g>h|i', 'a b c d e f g h i'],
    ['[[link]] #tag ^id', 'link tag id'],
    ['..hidden. ', 'hidden'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['Ame\u0301lie', 'Amélie'],
    ['gpj.\u202eexe', 'gpj.exe'],
    ['\n\t', 'untitled'],
    ['', 'untitled'],
  ])('of %j is %j', (words, name) => {
    expect(fileNameOf(words, 'untitled')).toBe(name)
  })

  it('is cut between grapheme clusters, not inside one', () => {
    const family = '👩‍👩‍👧'
    const name = fileNameOf(`${'中'.repeat(37)}${family}`, 'untitled')
    expect(name).toBe('中'.repeat(37))
    expect(Buffer.byteLength(fileNameOf('中'.repeat(100), 'untitled'))).toBe(120)
  })

  it('starts with the date at its own precision', () => {
    const named = (edtf: string) =>
      clippingFileName(
        clippingWith({ title: 'T', published: { edtf, origin: 'text', evidence: edtf, confidence: 1 } }),
        'untitled',
      )
    expect(named('2025-07-19T00:09:16+08:00')).toBe('2025-07-19 T')
    expect(named('2025-07')).toBe('2025-07 T')
    expect(named('2025-07-01/2025-07-10')).toBe('2025-07-01--2025-07-10 T')
    expect(clippingFileName(clippingWith({ title: ' ', published: 'not-stated' }), 'untitled')).toBe(
      'untitled',
    )
  })

  it('can be stored on every platform, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), words => {
        const name = fileNameOf(words, 'untitled')
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121)
        expect(name).toMatch(/^[^\s.](?:.*[^\s.])?$/u)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u)
        expect(name).toBe(name.normalize('NFC'))
      }),
      { seed: 20250719, numRuns: 2000 },
    )
  })

  it('is given once, where case and Unicode form do not tell names apart', () => {
    const unique = uniqueNames('.md', ['index.md'])
    expect(['Index', 'Straße', 'STRASSE', 'e\u0301', 'é', 'A (2)', 'a', 'A'].map(unique)).toEqual([
      'Index (2).md',
      'Straße.md',
      'STRASSE (2).md',
      'e\u0301.md',
      'é (2).md',
      'A (2).md',
      'a.md',
      'A (3).md',
    ])
  })
})
