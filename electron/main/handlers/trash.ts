import { planEmptyTrash } from '../../core/library/retention.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { commitPlan, withLibrary } from './with-library.ts'

export const trashHandlers = (desk: Desk) =>
  ({
    'trash:empty': () =>
      withLibrary(desk, library => commitPlan(library, 'empty-trash', state => ok(planEmptyTrash(state)))),
  }) satisfies Partial<Handlers>
