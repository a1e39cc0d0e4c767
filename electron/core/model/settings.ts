import { z } from 'zod'

/** What the user chose; `system` follows the operating system. */
export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'zh-Hans']),
  theme: z.enum(['system', 'light', 'dark']),
})

export const DEFAULT_SETTINGS: Settings = { language: 'system', theme: 'system' }

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
