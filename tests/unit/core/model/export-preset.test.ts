import { describe, expect, it } from 'vitest'
import { type ExportPreset, isPresetOf, withPreset } from '../../../../electron/core/model/export-preset.ts'
import { DEFAULT_MARKDOWN } from '../../../../electron/core/model/markdown-layout.ts'
import { settingsSchema } from '../../../../electron/core/model/settings.ts'

const preset = (name: string, changes: Partial<ExportPreset> = {}): ExportPreset => ({
  name,
  format: 'docx',
  order: 'oldest-first',
  paper: 'A4',
  language: 'en',
  citationStyle: 'apa',
  book: { columns: 1, parts: [], notes: 'after' },
  markdown: DEFAULT_MARKDOWN,
  template: 'digest',
  ...changes,
})

describe('a preset', () => {
  it('is on show where all that it says is chosen', () => {
    const { name: _, ...way } = preset('Editor')
    expect(isPresetOf(preset('Editor'), { ...way, citationStyle: 'apa' })).toBe(true)
    expect(isPresetOf(preset('Editor', { citationStyle: 'mla' }), { ...way, citationStyle: 'apa' })).toBe(
      false,
    )
    expect(isPresetOf(preset('Editor'), { ...way, paper: 'Letter' })).toBe(false)
  })

  it('takes the place of the one of its name, and others stay where they are', () => {
    const presets = [preset('a'), preset('b')]
    expect(withPreset(presets, preset('a', { format: 'epub' })).map(({ format }) => format)).toEqual([
      'epub',
      'docx',
    ])
    expect(withPreset(presets, preset('c')).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('of a version that had no notes in the margin has them after each article', () => {
    const { notes: _, ...book } = preset('x').book
    expect(
      settingsSchema.parse({ language: 'en', theme: 'dark', exportPresets: [{ ...preset('x'), book }] })
        .exportPresets,
    ).toEqual([preset('x')])
  })

  it('that is not understood takes no other setting with it', () => {
    const kept = { language: 'en', theme: 'dark', exportPresets: [{ ...preset('x'), format: 'papyrus' }] }
    expect(settingsSchema.parse(kept)).toMatchObject({ theme: 'dark', exportPresets: [] })
    expect(settingsSchema.parse({ language: 'en', theme: 'dark' }).exportPresets).toEqual([])
  })
})
