import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Output } from '../../ipc/contract.ts'
import type { Library } from '../../store/library.ts'
import type { Desk } from '../desk.ts'
import { failure, withLibrary, workFailed } from './with-library.ts'

type Shown = Output<'clipping:original-page'>

/** A page that was looked at just now is held; any other is made by a worker. */
async function show(desk: Desk, library: Library, id: string): Promise<Result<Shown, Failure>> {
  const clipping = library.state.clippings.get(id)
  if (clipping === undefined) return failure('not-found')
  const key = [library.directory, id, ...clipping.originals.map(({ sha256 }) => sha256)].join(' ')
  const held = desk.originals.get(key)
  if (held !== undefined) return ok({ state: 'page', address: held.address, leftOut: held.leftOut })
  const made = await desk.pool.run('original-page', { library: library.directory, clipping })
  if (!made.ok) return workFailed(made.error)
  if (made.value.state !== 'page') return ok(made.value)
  const { address, leftOut } = desk.originals.put(key, made.value.html, made.value.leftOut)
  return ok({ state: 'page', address, leftOut })
}

export const originalPageHandlers = (desk: Desk) =>
  ({
    'clipping:original-page': ({ id }) => withLibrary(desk, library => show(desk, library, id)),
  }) satisfies Partial<Handlers>
