import { stat } from 'node:fs/promises'
import { dialog, shell } from 'electron'
import { fail, ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Output } from '../../ipc/contract.ts'
import { writeExportedFile } from '../../store/export-target.ts'
import { localDay } from '../../store/local-day.ts'
import { askName } from '../ask-place.ts'
import type { Desk } from '../desk.ts'
import { importCsv } from '../import-csv.ts'
import { MENU_WORDS } from '../menu-words.ts'
import { currentWindow } from '../window.ts'
import { failure, withLibrary, withSession } from './with-library.ts'

async function choose(desk: Desk, what: 'files' | 'folder'): Promise<string[]> {
  const words = MENU_WORDS[desk.language()]
  const options: Electron.OpenDialogOptions =
    what === 'files'
      ? { title: words.openFilesTitle, properties: ['openFile', 'multiSelections'] }
      : { title: words.openFolderTitle, properties: ['openDirectory'] }
  const owner = currentWindow()
  const chosen = await (owner === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options))
  return chosen.canceled ? [] : chosen.filePaths
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true

/** Imports of files, folders and exports of other services. */
export const importHandlers = (desk: Desk) => {
  const { imports } = desk
  return {
    'import:choose': async ({ what }) => ok({ paths: await choose(desk, what) }),
    'import:take-given': async (_input, { window }) => {
      // What the app is started with is taken in where the user sees it.
      const paths = desk.windows.isInFront(window) ? desk.given.take() : []
      return ok({ paths, hasFolder: (await Promise.all(paths.map(isFolder))).includes(true) })
    },
    'import:plan': ({ paths }) =>
      withSession(desk, async session => ok({ id: imports.plan(session, paths) })),
    'import:start': ({ paths, options, plan }) =>
      withSession(desk, async session => {
        if (plan !== undefined) imports.forgetPlan(plan)
        const started = await imports.start(session, paths, options ?? { tags: [] })
        return started.ok ? ok({ id: started.value }) : started
      }),
    'import:cancel': async ({ id }) => {
      imports.cancel(id)
      return ok({})
    },
    'import:list': () =>
      withLibrary<Output<'import:list'>>(desk, async library => {
        const listed = await imports.list(library)
        return listed.ok ? ok({ imports: listed.value }) : listed
      }),
    'import:entries': request =>
      withLibrary<Output<'import:entries'>>(desk, async library => {
        const listed = await imports.entries(library, request)
        return listed.ok ? ok({ total: listed.value.total, entries: [...listed.value.entries] }) : listed
      }),
    'import:export': ({ id }) =>
      withLibrary<Output<'import:export'>>(desk, async library => {
        const entries = await imports.allEntries(library, id)
        if (!entries.ok) return entries
        const {
          exportLedgerTitle: title,
          exportButton: buttonLabel,
          ledgerFiles,
        } = MENU_WORDS[desk.language()]
        const name = `cuttings-import-${localDay(desk.clock.now())}.csv`
        const path = await askName({ title, buttonLabel }, name, [{ name: ledgerFiles, extensions: ['csv'] }])
        if (path === undefined) return ok({ path: null })
        const written = await writeExportedFile(path, Buffer.from(importCsv(entries.value)))
        return written.ok ? ok({ path }) : fail(written.error)
      }),
    'import:reveal': ({ id, file }) =>
      withLibrary<Output<'import:reveal'>>(desk, async library => {
        const entries = await imports.allEntries(library, id)
        if (!entries.ok) return entries
        if (!entries.value.some(entry => entry.file === file)) return failure('not-found')
        shell.showItemInFolder(file)
        return ok({})
      }),
    'import:undo': ({ id }) => withLibrary(desk, library => imports.undo(library, id)),
    'import:resume': ({ id }) =>
      withSession(desk, async session => {
        const resumed = await imports.resume(session, id)
        return resumed.ok ? ok({ id: resumed.value }) : resumed
      }),
  } satisfies Partial<Handlers>
}
