import { describe, expect, it } from 'vitest'
import { markdownNotes } from '../../../../../electron/core/export/markdown/notes.ts'
import { DEFAULT_MARKDOWN } from '../../../../../electron/core/model/markdown-layout.ts'
import { SAMPLE_ENTRIES } from '../sample-collection.ts'
import { filesOf, sourceOf } from '../sample-source.ts'

const notes = (pictures: (typeof DEFAULT_MARKDOWN)['pictures']) =>
  filesOf(markdownNotes(sourceOf(SAMPLE_ENTRIES, { markdown: { ...DEFAULT_MARKDOWN, pictures } })))

describe('clippings as Markdown files that stand alone', () => {
  it('are one file each, side by side, under names that every system takes and that differ', async () => {
    const paths = (await notes('beside')).map(({ path }) => path)
    expect(paths).toHaveLength(SAMPLE_ENTRIES.length)
    expect(new Set(paths.map(path => path.toLowerCase())).size).toBe(paths.length)
    for (const path of paths) expect(path).toMatch(/^[^/\\:*?"<>|]+\.md$/u)
  })

  it('have their pictures in the text, wherever an export would have them, or none', async () => {
    const text = (files: readonly { text: string }[]) => files.map(file => file.text).join('')
    for (const where of ['beside', 'embedded'] as const) {
      const all = text(await notes(where))
      expect(all).toContain('](data:image/png;base64,')
      expect(all).not.toContain('.png)')
    }
    expect(text(await notes('none'))).not.toContain('data:image')
  })
})
