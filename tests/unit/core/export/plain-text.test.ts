import { describe, expect, it } from 'vitest'
import { plainText } from '../../../../electron/core/export/plain-text.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from './sample-collection.ts'
import { sourceOf, textOf } from './sample-source.ts'

describe('plain text', () => {
  it('has a title of whatever words on one line, and no character that a terminal obeys', async () => {
    const text = await textOf(plainText(sourceOf(HOSTILE_ENTRIES)))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
    expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/u)
    expect(text).toContain('1. <img src=x onerror=alert(1)> ]]> & "quotes"')
    expect(text).toContain(`2. ${'长标题'.repeat(100)}\n`)
    expect(text.split('\n').filter(line => line.startsWith('────'))).toHaveLength(HOSTILE_ENTRIES.length)
  })

  it('lists all articles in a preview, and ends after the first', async () => {
    const text = await textOf(plainText(sourceOf(SAMPLE_ENTRIES), 1))
    expect(text).toContain('4. Harvest figures for spring')
    expect(text.split('\n').filter(line => line.startsWith('────'))).toHaveLength(1)
  })
})
