import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { appHandlers } from './app.ts'
import { backupHandlers } from './backup.ts'
import { chronologyHandlers } from './chronology.ts'
import { citationHandlers } from './citation.ts'
import { clipHandlers } from './clip.ts'
import { clippingHandlers } from './clipping.ts'
import { dragHandlers } from './drag.ts'
import { exportHandlers } from './export.ts'
import { familyHandlers } from './family.ts'
import { highlightHandlers } from './highlight.ts'
import { importHandlers } from './import.ts'
import { jobHandlers } from './job.ts'
import { libraryHandlers } from './library.ts'
import { libraryCareHandlers } from './library-care.ts'
import { organiseHandlers } from './organise.ts'
import { originalPageHandlers } from './original-page.ts'
import { pictureHandlers } from './picture.ts'
import { reextractHandlers } from './reextract.ts'
import { ruleHandlers } from './rule.ts'
import { sampleHandlers } from './sample.ts'
import { searchHandlers } from './search.ts'
import { tagAdviceHandlers } from './tag-advice.ts'
import { trashHandlers } from './trash.ts'

/** Every channel's handler; a channel of the contract without one does not compile. */
export const createHandlers = (desk: Desk): Handlers => ({
  ...appHandlers(desk),
  ...libraryHandlers(desk),
  ...libraryCareHandlers(desk),
  ...backupHandlers(desk),
  ...trashHandlers(desk),
  ...jobHandlers(desk),
  ...searchHandlers(desk),
  ...clipHandlers(desk),
  ...sampleHandlers(desk),
  ...importHandlers(desk),
  ...clippingHandlers(desk),
  ...highlightHandlers(desk),
  ...chronologyHandlers(desk),
  ...familyHandlers(desk),
  ...ruleHandlers(desk),
  ...reextractHandlers(desk),
  ...organiseHandlers(desk),
  ...tagAdviceHandlers(desk),
  ...exportHandlers(desk),
  ...dragHandlers(desk),
  ...citationHandlers(desk),
  ...originalPageHandlers(desk),
  ...pictureHandlers(desk),
})
