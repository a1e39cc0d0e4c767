import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  CHAIN_START,
  chainLine,
  chainOf,
  changesUpTo,
  clippingAfter,
  type LoggedChange,
  linkHash,
} from '../../../../../electron/core/export/evidence/change-chain.ts'
import { isBagPath, parseManifest } from '../../../../../electron/core/export/evidence/manifest.ts'
import { markClipping } from '../../../../../electron/core/library/marks.ts'
import { clippingWith } from '../sample-clipping.ts'

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')
const clipping = clippingWith()
const change = (seq: number, operations: LoggedChange['operations']): LoggedChange => ({
  seq,
  at: '2025-11-08T01:14:00.000Z',
  by: 'user',
  label: { kind: 'edit', count: 1 },
  operations,
})
const CLIPPED = change(1, [{ op: 'put-clipping', clipping }])
const STARRED = change(2, [markClipping(clipping, { starred: true })])

describe('a chain of changes', () => {
  it('is computed by hand as its description says', () => {
    const [first, second] = chainOf([CLIPPED, STARRED], sha256Of)
    expect(first?.previous).toBe(CHAIN_START)
    expect(second?.previous).toBe(first?.hash)
    const keys = (line: string) => Object.keys(JSON.parse(line))
    const line = first && chainLine(first)
    // Canonical: keys in order, no white space, so that the text of the line has the text that was hashed.
    expect(keys(line ?? '')).toEqual(['change', 'hash', 'previous'])
    const text = /^\{"change":(.*),"hash":/u.exec(line ?? '')?.[1] ?? ''
    expect(first?.hash).toBe(sha256Of(`${'0'.repeat(64)}${text}`))
  })

  it('has the canonical form of RFC 8785', () => {
    const value = { '\u20ac': 1e21, '\r': 'CR', '1': 4.5, a: [true, null, '\u000f\n"'], '\ud83d\ude00': -0 }
    const canonical = '{"\\r":"CR","1":4.5,"a":[true,null,"\\u000f\\n\\""],"€":1e+21,"😀":0}'
    expect(linkHash('', value, sha256Of)).toBe(sha256Of(canonical))
    expect(linkHash('', { a: '\\ud800', b: '\ud800' }, sha256Of)).toBe(
      sha256Of('{"a":"\\\\ud800","b":"\ufffd"}'),
    )
  })

  it('says what the clipping is after it, and ends where it is what was exported', () => {
    expect(clippingAfter([CLIPPED, STARRED])).toEqual({ ...clipping, starred: true })
    expect(clippingAfter([STARRED])).toBeUndefined()
    expect(clippingAfter([CLIPPED, change(3, [{ op: 'remove-clipping', id: clipping.id }])])).toBeUndefined()
    expect(changesUpTo(clipping, [CLIPPED, STARRED])).toEqual([CLIPPED])
    expect(changesUpTo({ ...clipping, starred: true }, [CLIPPED, STARRED])).toEqual([CLIPPED, STARRED])
    expect(changesUpTo({ ...clipping, title: 'another' }, [STARRED])).toEqual([STARRED])
  })
})

describe('a manifest', () => {
  it('is read line by line, with the escapes of the standard', () => {
    const sum = 'a'.repeat(64)
    expect(parseManifest(`${sum}  data/a%0Ab%25.txt\nnonsense\n${sum}  data/x`)).toEqual({
      entries: [
        { path: 'data/a\nb%.txt', sha256: sum },
        { path: 'data/x', sha256: sum },
      ],
      badLines: [3, 2],
    })
  })

  it.each(['../x', '/x', 'a/../b', 'C:/x', 'a\\b', 'a//b', './a', '~/a', 'a/', 'a\0b'])(
    'leads nowhere by %j',
    path => {
      expect(isBagPath(path)).toBe(false)
    },
  )
})
