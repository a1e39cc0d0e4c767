import { z } from 'zod'
import { exportPresetSchema } from '../core/model/export-preset.ts'
import { exportTemplateSchema } from '../core/model/export-template.ts'
import { DEFAULT_SETTINGS, MOST_KEPT, type Settings, settingsSchema } from '../core/model/settings.ts'
import type { Clock } from '../core/ports.ts'
import { ok, type Result } from '../core/result.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { jsonBytes, parseJson } from '../store/json-file.ts'
import { setAsideDamaged } from '../store/set-aside.ts'
import type { StoreFailure } from '../store/store-failure.ts'

const SETTINGS_FILE = 'settings.json'
/** Raised when a setting gets values that this version does not know. */
const SETTINGS_VERSION = 1

/** What is in the file: settings of any version, by their names. */
type Kept = Readonly<Record<string, unknown>>

const keptSchema: z.ZodType<Kept> = z.record(z.string(), z.unknown())

/** What was wrong with the file; a damaged one was moved aside. */
export type SettingsTrouble = 'damaged' | 'unreadable' | 'newer'

/** What the user chose, in the profile folder. What cannot be read or understood is as if it had not been chosen. */
export interface SettingsFile {
  readonly current: Settings
  readonly trouble: SettingsTrouble | undefined
  /** Resolves when the choice is on the disk. */
  change(settings: Settings): Promise<Result<Settings, StoreFailure>>
  onChange(listener: () => void): void
}

const versionOf = (kept: Kept): number => (typeof kept['version'] === 'number' ? kept['version'] : 0)

/** Settings that are lists of what has a name: each entry is understood by itself. */
const LISTS = { exportPresets: exportPresetSchema, exportTemplates: exportTemplateSchema } as const
type ListName = keyof typeof LISTS

const isList = (name: string): name is ListName => Object.hasOwn(LISTS, name)

/** The entries of a list in the file, each with what this version understands of it: nothing, of a newer version's. */
function entriesOf(kept: Kept, name: ListName): { readonly inFile: unknown; readonly entry: unknown }[] {
  const all = kept[name]
  let known = 0
  return (Array.isArray(all) ? all : []).map((inFile: unknown) => {
    const parsed = z.safeParse(LISTS[name], inFile)
    return { inFile, entry: parsed.success && ++known <= MOST_KEPT ? parsed.data : undefined }
  })
}

/** The setting as the file has it, but for entries of lists that are not understood. */
const understoodOf = (kept: Kept, name: string): unknown =>
  isList(name) && Array.isArray(kept[name])
    ? entriesOf(kept, name).flatMap(({ entry }) => entry ?? [])
    : kept[name]

/**
 * A setting as it is written: entries of a list stay as they are in the file where they are still what was understood of
 * them, and what was not understood stays behind them for the version that does.
 */
function written(kept: Kept, name: string, value: unknown): unknown {
  if (!isList(name) || !Array.isArray(value)) return value
  const before = entriesOf(kept, name)
  const inFileOf = (entry: unknown): unknown =>
    before.find(each => each.entry !== undefined && isSame(each.entry, entry))?.inFile ?? entry
  return [...value.map(inFileOf), ...before.flatMap(each => (each.entry === undefined ? [each.inFile] : []))]
}

/** Each setting by itself: one that is not understood leaves the others as they are. */
function understand(kept: Kept): { settings: Settings; isWhole: boolean } {
  let isWhole = true
  const entries = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const parsed = z.safeParse(schema, understoodOf(kept, name))
    if (!parsed.success && kept[name] !== undefined) isWhole = false
    return [name, parsed.success ? parsed.data : DEFAULT_SETTINGS[name as keyof Settings]]
  })
  // Each value is of its own schema, or the default's.
  return { settings: Object.fromEntries(entries) as Settings, isWhole }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export async function openSettings(profileFolder: string, clock: Clock): Promise<SettingsFile> {
  const files = durableFiles(nodeFileSystem, profileFolder)
  const bytes = await files.read(SETTINGS_FILE)
  const read = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, keptSchema) : undefined
  const inFile = read !== undefined && 'value' in read ? read.value : undefined
  const isNewer = inFile !== undefined && versionOf(inFile) > SETTINGS_VERSION
  let kept = inFile ?? {}
  const understood = understand(kept)
  let current = understood.settings
  let trouble: SettingsTrouble | undefined
  if (!bytes.ok) trouble = 'unreadable'
  else if (isNewer) trouble = understood.isWhole ? undefined : 'newer'
  else if ((read !== undefined && inFile === undefined) || !understood.isWhole) trouble = 'damaged'
  if (trouble === 'damaged' || trouble === 'unreadable')
    await setAsideDamaged(nodeFileSystem, profileFolder, SETTINGS_FILE, clock)
  const listeners: (() => void)[] = []
  return {
    get current() {
      return current
    },
    trouble,
    async change(settings) {
      // What a newer version keeps in a setting stays until this one is given another value.
      const changed = Object.entries(settings)
        .filter(
          ([name, value]) => kept[name] === undefined || !isSame(value, current[name as keyof Settings]),
        )
        .map(([name, value]) => [name, written(kept, name, value)])
      const version = Math.max(versionOf(kept), SETTINGS_VERSION)
      const next = { ...kept, ...Object.fromEntries(changed), version }
      const replaced = await files.replace(SETTINGS_FILE, jsonBytes(next))
      if (!replaced.ok) return replaced
      kept = next
      current = settings
      for (const listener of listeners) listener()
      return ok(settings)
    },
    onChange: listener => {
      listeners.push(listener)
    },
  }
}
