import { describe, expect, it } from 'vitest'
import { clippingSchema } from '../../../../../electron/core/model/clipping.ts'
import { outletsOf } from '../../../../../renderer/features/reprints/outlets-of.ts'

const clipping = (source?: { name: string; aliasOf?: string }) =>
  clippingSchema.parse({
    id: '019a6000-0001-7abc-8def-019000000001',
    title: 'A',
    bylines: [],
    ...(source ? { source } : {}),
    sources: [],
    reportedBy: [],
    editors: [],
    language: 'en',
    published: 'not-stated',
    clippedAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    originals: [],
    tags: [],
    collections: [],
    starred: false,
    excerpt: '',
    length: 0,
    articleRevision: 1,
  })

describe('the outlets that printed a text', () => {
  it('are counted once each, whatever name they go by', () => {
    expect(
      outletsOf([
        clipping({ name: '新华社' }),
        clipping({ name: '新华网', aliasOf: '新华社' }),
        clipping({ name: '澎湃' }),
      ]),
    ).toBe(2)
  })

  it('are not known where none is stated', () => {
    expect(outletsOf([clipping(), clipping({ name: '澎湃' })])).toBe(1)
  })
})
