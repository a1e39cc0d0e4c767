import { change } from './change.ts'
import { commands } from './commands.ts'
import { common } from './common.ts'
import { exporting } from './exporting.ts'
import { failure } from './failure.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { tags } from './tags.ts'

/** Simplified Chinese. Its shape is the one that every other language has to have. */
export const zhHans = { change, commands, common, exporting, failure, settings, shell, tags } as const
