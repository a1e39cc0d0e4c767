import { z } from 'zod'
import { exportRequestSchema } from './export-request.ts'

/** As long as a name may be. */
export const LONGEST_PRESET_NAME = 100

/** How to export, under a name: everything of a request but what is exported and its title. */
export const exportPresetSchema = exportRequestSchema
  .omit({ scope: true, title: true })
  .extend({ name: z.string().trim().min(1).max(LONGEST_PRESET_NAME) })

export type ExportPreset = z.infer<typeof exportPresetSchema>
type ExportWay = Omit<ExportPreset, 'name'>

/** Whether a preset says just these choices. */
export const isPresetOf = (preset: ExportPreset, way: ExportWay): boolean => {
  const { name: _, ...choices } = preset
  const now: Readonly<Record<string, unknown>> = way
  return Object.entries(choices).every(
    ([choice, value]) => JSON.stringify(now[choice]) === JSON.stringify(value),
  )
}

/** The presets with one more, in the place of one of its name. */
export const withPreset = (presets: readonly ExportPreset[], preset: ExportPreset): ExportPreset[] =>
  presets.some(({ name }) => name === preset.name)
    ? presets.map(each => (each.name === preset.name ? preset : each))
    : [...presets, preset]
