import { z } from 'zod'

/** What the user chose; `system` follows the operating system. */
export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'zh-Hans']),
  theme: z.enum(['system', 'light', 'dark']),
})

export const DEFAULT_SETTINGS: Settings = { language: 'system', theme: 'system' }

export type Settings = z.infer<typeof settingsSchema>
