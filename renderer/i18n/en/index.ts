import type { English } from '../shape.ts'
import type { zhHans } from '../zh-hans/index.ts'
import { backups } from './backups.ts'
import { banner } from './banner.ts'
import { change } from './change.ts'
import { chronology } from './chronology.ts'
import { citations } from './citations.ts'
import { clip } from './clip.ts'
import { commands } from './commands.ts'
import { common } from './common.ts'
import { dates } from './dates.ts'
import { diagnostics } from './diagnostics.ts'
import { exporting } from './exporting.ts'
import { failure } from './failure.ts'
import { highlights } from './highlights.ts'
import { importing } from './importing.ts'
import { library } from './library.ts'
import { originalPage } from './original-page.ts'
import { outlets } from './outlets.ts'
import { palette } from './palette.ts'
import { quotes } from './quotes.ts'
import { reader } from './reader.ts'
import { reprints } from './reprints.ts'
import { rereading } from './rereading.ts'
import { sample } from './sample.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { sourceChain } from './source-chain.ts'
import { tagging } from './tagging.ts'
import { tags } from './tags.ts'
import { timeline } from './timeline.ts'
import { trash } from './trash.ts'
import { verify } from './verify.ts'

export const en: English<typeof zhHans> = {
  change,
  chronology,
  dates,
  verify,
  trash,
  library,
  banner,
  backups,
  citations,
  clip,
  commands,
  common,
  diagnostics,
  exporting,
  failure,
  highlights,
  importing,
  originalPage,
  outlets,
  palette,
  quotes,
  reader,
  reprints,
  rereading,
  sample,
  search,
  settings,
  shell,
  sourceChain,
  tagging,
  tags,
  timeline,
}
