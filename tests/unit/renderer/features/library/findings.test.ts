import { expect, it } from 'vitest'
import type { Finding } from '../../../../../electron/ipc/contract.ts'
import {
  countOf,
  damageIn,
  isMendable,
  notesIn,
  showsDamage,
} from '../../../../../renderer/features/library/findings.ts'

const finding = (code: Finding['code'], count = 1): Finding => ({ code, count, examples: [] })
const original = finding('damaged-original', 3)
const leftOver = finding('unreferenced', 2)
const copy = finding('conflict-copy')

it('tells damage from what is only worth knowing, in the order given', () => {
  expect(damageIn([leftOver, original, copy])).toEqual([original])
  expect(notesIn([leftOver, original, copy])).toEqual([leftOver, copy])
  expect(countOf([original, leftOver])).toBe(5)
})

it('offers to mend what a history or a backup can give back, and nothing else', () => {
  expect(isMendable([original])).toBe(true)
  expect(isMendable([finding('missing-collection'), leftOver, copy])).toBe(false)
  expect(isMendable([])).toBe(false)
})

it('counts a library as damaged by what verifying found, and by what a repair left', () => {
  const checked = { changes: 1, clippings: 1, articles: 1, originals: 1, bytes: 1 }
  expect(showsDamage({ of: 'verify', checked, findings: [leftOver, original] })).toBe(true)
  expect(showsDamage({ of: 'verify', checked, findings: [leftOver] })).toBe(false)
  expect(showsDamage({ of: 'repair', mended: [], left: [original] })).toBe(true)
  expect(showsDamage({ of: 'repair', mended: [], left: [] })).toBe(false)
  expect(showsDamage({ of: 'copy' })).toBe(false)
  expect(showsDamage(undefined)).toBe(false)
})
