import { describe, expect, it } from 'vitest'
import { GOLDEN_EXPORTS, goldenExport, readGolden } from './golden-exports.ts'

/** A difference is wanted or a mistake: `npm run goldens:update`, and review the diff. */
describe('the sample collection', () => {
  it.each(GOLDEN_EXPORTS)('is exported as %s as it was', async format => {
    for (const [path, text] of await goldenExport(format)) expect(text).toBe(readGolden(path))
  })
})
