import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { failure } from './with-library.ts'

const notFound = async () => failure('not-found')

/** Imports of files, folders and exports of other services. */
export const importHandlers = (_desk: Desk) =>
  ({
    'import:choose': async () => ok({ paths: [] }),
    'import:plan': notFound,
    'import:start': notFound,
    'import:cancel': async () => ok({}),
    'import:list': async () => ok({ imports: [] }),
    'import:entries': notFound,
    'import:export': notFound,
    'import:undo': notFound,
    'import:resume': notFound,
  }) satisfies Partial<Handlers>
