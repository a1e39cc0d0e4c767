import type { English } from '../shape.ts'
import type { zhHans } from '../zh-hans/index.ts'
import { change } from './change.ts'
import { commands } from './commands.ts'
import { common } from './common.ts'
import { exporting } from './exporting.ts'
import { failure } from './failure.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { tags } from './tags.ts'

export const en: English<typeof zhHans> = {
  change,
  commands,
  common,
  exporting,
  failure,
  settings,
  shell,
  tags,
}
