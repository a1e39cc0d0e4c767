import { describe, expect, it } from 'vitest'
import { documentFixtures, expectedOf, goldenOfDocument } from '../../formats/golden-document.ts'

describe('documents made by real programs', () => {
  it.each(documentFixtures())('%s is read as its expected.json says', async fixture => {
    expect(await goldenOfDocument(fixture)).toBe(expectedOf(fixture))
  })
})
