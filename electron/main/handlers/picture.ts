import { fileNameOf } from '../../core/export/file-name.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import { writeExportedFile } from '../../store/export-target.ts'
import { askName } from '../ask-place.ts'
import type { Desk } from '../desk.ts'
import { MENU_WORDS } from '../menu-words.ts'

export const pictureHandlers = (desk: Desk) =>
  ({
    'timeline:save-picture': async ({ name, ending, bytes }) => {
      const words = MENU_WORDS[desk.language()]
      const path = await askName(
        { title: words.pictureTitle, buttonLabel: words.exportButton },
        `${fileNameOf(name, 'Timeline')}.${ending}`,
        [{ name: ending.toUpperCase(), extensions: [ending] }],
      )
      if (path === undefined) return ok({ path: null })
      const written = await writeExportedFile(path, bytes)
      return written.ok ? ok({ path }) : written
    },
  }) satisfies Partial<Handlers>
