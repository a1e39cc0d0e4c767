import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goldenOf, goldenPages, goldenPath } from './golden.ts'

/** Goldens change by `npm run goldens:update` alone, and are reviewed as a diff. */
describe('pasted pages', () => {
  test('there are at least eight', () => {
    expect(goldenPages().length).toBeGreaterThanOrEqual(8)
  })

  for (const page of goldenPages())
    test(`${page} reads as reviewed`, () => {
      const path = goldenPath(page)
      if (!existsSync(path)) throw new Error(`${page} has no expected.json: npm run goldens:update, then review it`)
      expect(JSON.parse(goldenOf(page))).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    })
})
