import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../core/model/settings.ts'
import { ok, type Result } from '../core/result.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { jsonBytes, parseJson } from '../store/json-file.ts'
import type { StoreFailure } from '../store/store-failure.ts'

const SETTINGS_FILE = 'settings.json'

/** What the user chose, in the profile folder. A file that cannot be read or understood counts as not there. */
export interface SettingsFile {
  readonly current: Settings
  /** Resolves when the choice is on the disk. */
  change(settings: Settings): Promise<Result<Settings, StoreFailure>>
  onChange(listener: () => void): void
}

export async function openSettings(profileFolder: string): Promise<SettingsFile> {
  const files = durableFiles(nodeFileSystem, profileFolder)
  const bytes = await files.read(SETTINGS_FILE)
  const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, settingsSchema) : undefined
  let current = parsed !== undefined && 'value' in parsed ? parsed.value : DEFAULT_SETTINGS
  const listeners: (() => void)[] = []
  return {
    get current() {
      return current
    },
    async change(settings) {
      const written = await files.replace(SETTINGS_FILE, jsonBytes(settings))
      if (!written.ok) return written
      current = settings
      for (const listener of listeners) listener()
      return ok(settings)
    },
    onChange: listener => {
      listeners.push(listener)
    },
  }
}
