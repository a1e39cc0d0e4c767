import { basename, join } from 'node:path'
import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Output } from '../../ipc/contract.ts'
import { localDay } from '../../store/local-day.ts'
import { askFile, askFolder, askName } from '../ask-place.ts'
import { ending, reported, runCare, startCare } from '../care-jobs.ts'
import type { Desk } from '../desk.ts'
import { MENU_WORDS } from '../menu-words.ts'
import { moveCurrent } from '../move-current.ts'
import { failure, withLibrary } from './with-library.ts'

const ARCHIVE = 'zip'

const today = (desk: Desk): string => localDay(desk.clock.now())

/** Which library is open, and what is done with it as a whole. */
export function libraryCareHandlers(desk: Desk) {
  const { current } = desk
  const words = () => MENU_WORDS[desk.language()]

  const opened = async (
    path: string | undefined,
    open: (path: string) => Promise<Result<undefined, Failure>>,
  ): Promise<Result<Output<'library:open'>, Failure>> => {
    if (path === undefined) return ok({ library: null })
    const outcome = await open(path)
    return outcome.ok ? ok({ library: current.state }) : outcome
  }

  return {
    'library:state': async () => {
      await current.ready
      return ok(current.state)
    },
    'library:recent': async () => ok({ libraries: await desk.known.describe() }),
    'library:open': async ({ path }) => {
      const { openLibraryTitle: title, openLibraryButton: buttonLabel } = words()
      return opened(path ?? (await askFolder({ title, buttonLabel })), chosen => current.open(chosen))
    },
    'library:new': async () => {
      const { newLibraryTitle: title, newLibraryButton: buttonLabel, newLibraryName } = words()
      return opened(await askName({ title, buttonLabel }, newLibraryName), chosen => current.create(chosen))
    },
    'library:move': () =>
      withLibrary<Output<'library:move'>>(desk, async library => {
        const { moveLibraryTitle: title, moveLibraryButton: buttonLabel } = words()
        const parent = await askFolder({ title, buttonLabel })
        if (parent === undefined) return ok({ job: null })
        const to = join(parent, basename(library.directory))
        return ok(startCare(desk, watch => moveCurrent(desk, to, watch)))
      }),
    'library:copy': () =>
      withLibrary<Output<'library:copy'>>(desk, async ({ directory: from }) => {
        const { copyLibraryTitle: title, copyLibraryButton: buttonLabel } = words()
        const parent = await askFolder({ title, buttonLabel })
        if (parent === undefined) return ok({ job: null })
        const to = join(parent, basename(from))
        return ok(
          startCare(desk, async watch => {
            const copied = await runCare(desk, 'library-copy', { from, to }, watch)
            return copied.ok ? reported(to, copied.value.files, { of: 'copy' }) : ending(copied.error)
          }),
        )
      }),
    'library:verify': () =>
      withLibrary<Output<'library:verify'>>(desk, async ({ directory: library }) =>
        ok(
          startCare(desk, async watch => {
            const verified = await runCare(desk, 'library-verify', { library }, watch)
            if (!verified.ok) return ending(verified.error)
            const { articles, originals } = verified.value.checked
            return reported(library, articles + originals, { of: 'verify', ...verified.value })
          }),
        ),
      ),
    'library:repair': async () => {
      if (current.state.state === 'busy') return failure('library-busy')
      return ok(
        startCare(desk, async ({ progress }) => {
          let repaired: Awaited<ReturnType<typeof runCare<'library-repair'>>> | undefined
          const reopened = await current.whileClosed(async library => {
            repaired = await runCare(desk, 'library-repair', { library }, { progress })
            return library
          })
          if (repaired?.ok === false) return ending(repaired.error)
          if (repaired === undefined || !reopened.ok) return ending(reopened.ok ? BROKEN : reopened.error)
          const { mended, left, aside } = repaired.value
          void current.look()
          return reported(current.path, mended.length, {
            of: 'repair',
            mended,
            left,
            ...(aside !== undefined && { aside }),
          })
        }),
      )
    },
    'library:archive': () =>
      withLibrary<Output<'library:archive'>>(desk, async library => {
        const { archiveTitle: title, archiveButton: buttonLabel, archiveName, archives } = words()
        const name = `${archiveName.replace('{{date}}', today(desk))}.${ARCHIVE}`
        const path = await askName({ title, buttonLabel }, name, [{ name: archives, extensions: [ARCHIVE] }])
        if (path === undefined) return ok({ job: null })
        const known = { seq: library.version, clippings: library.state.clippings.size }
        return ok(
          startCare(desk, async watch => {
            const input = { library: library.directory, path, known }
            const archived = await runCare(desk, 'library-archive', input, watch)
            if (!archived.ok) return ending(archived.error)
            const { files, bytes, clippings } = archived.value
            return reported(path, files, { of: 'archive', clippings, bytes })
          }),
        )
      }),
    'library:import-archive': async () => {
      const { importArchiveTitle, importArchiveButton, archives, importToTitle, newLibraryButton } = words()
      const path = await askFile({ title: importArchiveTitle, buttonLabel: importArchiveButton }, [
        { name: archives, extensions: [ARCHIVE] },
      ])
      if (path === undefined) return ok({ job: null })
      const question = { title: importToTitle, buttonLabel: newLibraryButton }
      const folder = await askName(question, basename(path, `.${ARCHIVE}`))
      if (folder === undefined) return ok({ job: null })
      return ok(
        startCare(desk, async watch => {
          const made = await runCare(desk, 'library-extract', { path, folder }, watch)
          if (!made.ok) return ending(made.error)
          const { files, lost, findings } = made.value
          return reported(folder, files, { of: 'import-archive', lost, findings })
        }),
      )
    },
  } satisfies Partial<Handlers>
}

const BROKEN: Failure = { code: 'internal', message: 'the repair did not answer' }
