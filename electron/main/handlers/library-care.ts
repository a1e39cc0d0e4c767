import { basename } from 'node:path'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { LibraryState } from '../../ipc/contract.ts'
import type { Desk } from '../desk.ts'
import { failure } from './with-library.ts'

const busy = async () => failure('library-busy', 'this cannot be done yet')

function stateOf({ current: { path, opened } }: Desk): LibraryState {
  const common = {
    path,
    name: basename(path),
    place: { kind: 'unknown' as const },
    conflictCopies: [],
    clippings: opened.ok ? opened.value.library.state.clippings.size : 0,
  }
  if (!opened.ok) return { ...common, state: 'closed', failure: opened.error }
  const { readOnly } = opened.value.library
  return { ...common, state: 'open', ...(readOnly !== undefined && { readOnly }) }
}

export const libraryCareHandlers = (desk: Desk) =>
  ({
    'library:state': async () => ok(stateOf(desk)),
    'library:recent': async () => ok({ libraries: [] }),
    'library:open': busy,
    'library:new': busy,
    'library:move': busy,
    'library:copy': busy,
    'library:verify': busy,
    'library:repair': busy,
    'library:archive': busy,
    'library:import-archive': busy,
  }) satisfies Partial<Handlers>
