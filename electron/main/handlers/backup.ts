import { join } from 'node:path'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import { BACKUPS_FOLDER } from '../../store/paths.ts'
import type { Desk } from '../desk.ts'
import { failure } from './with-library.ts'

const busy = async () => failure('library-busy', 'this cannot be done yet')

export const backupHandlers = (desk: Desk) =>
  ({
    'backup:list': async () =>
      ok({ folder: join(desk.current.path, BACKUPS_FOLDER), backups: [], unreadable: [] }),
    'backup:take': busy,
    'backup:verify': busy,
    'backup:preview': busy,
    'backup:restore': busy,
    'backup:clipping-versions': async () => ok({ versions: [] }),
    'backup:restore-clipping': busy,
  }) satisfies Partial<Handlers>
