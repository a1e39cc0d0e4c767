import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Output } from '../../ipc/contract.ts'
import { restorePast } from '../../store/backup/restore-clipping.ts'
import { askName } from '../ask-place.ts'
import { ending, reported, runCare, startCare } from '../care-jobs.ts'
import type { Desk } from '../desk.ts'
import { MENU_WORDS } from '../menu-words.ts'
import { withLibrary } from './with-library.ts'

/** The backups of the open library; they can be looked at and restored also where it does not open. */
export function backupHandlers(desk: Desk) {
  const { current } = desk
  const places = () => ({ library: current.path, backups: current.backups })
  return {
    'backup:list': async () => {
      const { backups: folder } = places()
      const list = await runCare(desk, 'backups-list', { backups: folder })
      if (!list.ok) return list
      const { backups, unreadable } = list.value
      return ok({ folder, backups: [...backups], unreadable: [...unreadable] })
    },
    'backup:take': () =>
      withLibrary<Output<'backup:take'>>(desk, async ({ version, state }) => {
        const known = { seq: version, clippings: state.clippings.size }
        const input = { ...places(), onlyIfDue: false, known }
        return ok(
          startCare(desk, async watch => {
            const taken = await runCare(desk, 'back-up', input, watch)
            if (!taken.ok) return ending(taken.error)
            if (taken.value === undefined) return ending({ code: 'internal', message: 'no backup was taken' })
            current.backedUp(input.library)
            return reported(input.backups, 1, { of: 'backup', id: taken.value.id })
          }),
        )
      }),
    'backup:verify': async () => {
      const input = places()
      return ok(
        startCare(desk, async watch => {
          const checked = await runCare(desk, 'backups-verify', input, watch)
          if (!checked.ok) return ending(checked.error)
          const { objects, lost, unreadable, ...counts } = checked.value
          return reported(input.backups, objects, {
            of: 'verify-backups',
            ...counts,
            files: objects,
            lost: [...lost],
            unreadable: [...unreadable],
          })
        }),
      )
    },
    'backup:preview': async ({ id }) => {
      const compared = await runCare(desk, 'backup-compare', { ...places(), id })
      if (!compared.ok) return compared
      const { onlyInBackup, ...clippings } = compared.value
      return ok({ clippings, onlyInBackup: [...onlyInBackup] })
    },
    'backup:restore': async ({ id }) => {
      const { restoreTitle: title, restoreButton: buttonLabel, restoredName } = MENU_WORDS[desk.language()]
      const { backups } = places()
      const name = restoredName.replace('{{date}}', id.slice(0, 10))
      const folder = await askName({ title, buttonLabel }, name)
      if (folder === undefined) return ok({ job: null })
      return ok(
        startCare(desk, async watch => {
          const restored = await runCare(desk, 'backup-restore', { backups, id, folder }, watch)
          if (!restored.ok) return ending(restored.error)
          const { files, lost, findings } = restored.value
          return reported(folder, files, { of: 'restore', lost, findings })
        }),
      )
    },
    'backup:clipping-versions': ({ id }) =>
      withLibrary(desk, async ({ state }) => {
        const present = state.clippings.get(id)
        const versions = await runCare(desk, 'backup-versions', { ...places(), id, present })
        if (!versions.ok) return versions
        return ok({
          versions: versions.value.map(({ fields, ...rest }) => ({ ...rest, fields: [...fields] })),
        })
      }),
    'backup:restore-clipping': ({ backup, clipping: id }) =>
      withLibrary<Output<'backup:restore-clipping'>>(desk, async library => {
        const past = await runCare(desk, 'backup-clipping', { ...places(), backup, id })
        if (!past.ok) return past
        // Where another library took its place meanwhile, this one is closed and takes no change.
        const restored = await restorePast(past.value, library, desk.clock)
        if (!restored.ok) return restored
        return ok(restored.value ?? { seq: library.version, label: { kind: 'restore-version', count: 0 } })
      }),
  } satisfies Partial<Handlers>
}
