import type { EventStatus } from '../../../electron/core/model/chronology.ts'
import type { ExportScope } from '../../../electron/core/model/export-request.ts'
import type { Input, Output } from '../../../electron/ipc/contract.ts'
import { queryClient } from '../../api/query-client.ts'

type Listed = Output<'chronology:list'>

/** A list as it is once an event has another status: the event is that, or leaves a list of the one that it had. */
export function withDecision(
  list: Listed,
  shown: EventStatus | undefined,
  key: string,
  status: EventStatus,
): Listed {
  const event = list.events.find(each => each.key === key)
  if (event === undefined || event.status === status) return list
  const counts = { ...list.counts }
  counts[event.status] -= 1
  counts[status] += 1
  if (shown === undefined) {
    const events = list.events.map(each => (each === event ? { ...each, status } : each))
    return { ...list, counts, events }
  }
  return { ...list, counts, total: list.total - 1, events: list.events.filter(each => each !== event) }
}

/**
 * Shows a decision before it is kept, so that the next key is about the next event however fast they come. The lists
 * are asked for anew when it is kept; where it is not, `undo` has that done.
 */
export function decideAtOnce(scope: ExportScope, key: string, status: EventStatus): { undo(): void } {
  const of = JSON.stringify(scope)
  for (const [queryKey, list] of queryClient.getQueriesData<Listed>({ queryKey: ['chronology:list'] })) {
    const asked = queryKey[1] as Input<'chronology:list'>
    if (list === undefined || JSON.stringify(asked.scope) !== of) continue
    queryClient.setQueryData(queryKey, withDecision(list, asked.status, key, status))
  }
  return { undo: () => void queryClient.invalidateQueries({ queryKey: ['chronology:list'] }) }
}
