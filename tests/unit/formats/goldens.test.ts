import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GOLDEN_FORMATS, goldenOf, goldenPath } from '../../formats/golden.ts'

describe('the files of real programs', () => {
  it.each(GOLDEN_FORMATS)('%s: are read as expected.json says', async format => {
    expect(await goldenOf(format)).toBe(readFileSync(goldenPath(format), 'utf8'))
  })
})
