import { expect, it, test } from 'vitest'
import { clippingInLink, isOwnLink, linkTo } from '../../../../electron/core/model/clipping-link.ts'

const ID = '0198b2a4-7c1e-7abc-8def-0123456789ab'

it('leads to its clipping', () => {
  expect(linkTo(ID)).toBe(`cuttings://clipping/${ID}`)
  expect(clippingInLink(linkTo(ID))).toBe(ID)
  expect(clippingInLink(`CUTTINGS://clipping/${ID.toUpperCase()}/`)).toBe(ID)
})

test.each([
  '',
  'cuttings:',
  'cuttings://clipping/',
  `cuttings://clipping/${ID}/../../x`,
  `cuttings://clipping/${ID}?run=1`,
  `cuttings://settings/${ID}`,
  `cuttings://clipping/${ID} --inspect`,
  `https://clipping/${ID}`,
  'cuttings://clipping/------------------------------------',
])('leads nowhere from %j', address => {
  expect(clippingInLink(address)).toBeUndefined()
})

it('is told from paths and options', () => {
  expect(['cuttings:x', '/cuttings:x', '--cuttings:x', 'file:///cuttings:'].map(isOwnLink)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
