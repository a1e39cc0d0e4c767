import { z } from 'zod'
import { exportPresetSchema } from './export-preset.ts'
import { exportTemplateSchema } from './export-template.ts'
import { filePathSchema } from './file-path.ts'

/** How long the trash keeps a clipping, unless the user says otherwise. */
const TRASH_DAYS = 30

/** So many presets, and so many templates, are kept. */
export const MOST_KEPT = 100

/** What the user chose; `system` follows the operating system. */
export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'zh-Hans']),
  theme: z.enum(['system', 'light', 'dark']),
  /** How many days the trash keeps a clipping; null for ever. */
  trashDays: z.number().int().min(1).max(3650).nullable().default(TRASH_DAYS),
  /** A folder whose new files are clipped; null for none. */
  watchedFolder: filePathSchema.nullable().default(null),
  /** Ways to export under a name; those of a newer version, which may have other formats, stay in the file alone. */
  exportPresets: z.array(exportPresetSchema).max(MOST_KEPT).default([]).catch([]),
  /** Templates for exports, which are the user's way of working, as presets are, and no part of a library. */
  exportTemplates: z.array(exportTemplateSchema).max(MOST_KEPT).default([]).catch([]),
})

export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  trashDays: TRASH_DAYS,
  watchedFolder: null,
  exportPresets: [],
  exportTemplates: [],
}

export type Settings = z.infer<typeof settingsSchema>

export type Language = 'en' | 'zh-Hans'

/** The language the interface speaks: the user's choice, else the first of the system's that we have, else English. */
export function languageOf(settings: Settings, systemLanguages: readonly string[]): Language {
  if (settings.language !== 'system') return settings.language
  const known = systemLanguages
    .map(tag => tag.toLowerCase().split(/[-_]/)[0])
    .find(tag => tag === 'zh' || tag === 'en')
  return known === 'zh' ? 'zh-Hans' : 'en'
}
