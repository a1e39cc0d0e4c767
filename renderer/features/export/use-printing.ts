import { send } from '../../api/bridge.ts'
import { createJobRunner } from '../../api/job-runner.ts'
import { useRequestOf } from './use-request-of.ts'

/** What is printed now; it is about nothing but itself. */
export const printing = createJobRunner<'print'>()

/** Prints clippings as the book that they would be exported as, by the choices that were last made for one. */
export function usePrinting(titleOf: (id: string) => string | undefined): (ids: readonly string[]) => void {
  const requestOf = useRequestOf()
  return ids => {
    const [first = ''] = ids
    const request = {
      ...requestOf(ids, ids.length === 1 ? titleOf(first) : undefined),
      format: 'pdf',
    } as const
    void printing.start('print', () => send('export:print', request))
  }
}
