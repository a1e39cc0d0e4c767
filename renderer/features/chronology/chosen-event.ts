import { useEffect } from 'react'
import type { ListedEvent } from '../../../electron/core/model/chronology.ts'
import { createStore, useStore } from '../../state/store.ts'

/** The event that was chosen last, so that going back leads there again: by what is listed, its place and what it is. */
const chosenEvent = createStore<{
  readonly of: string
  readonly index: number
  readonly identity: string | undefined
}>({ of: '', index: 0, identity: undefined })

/** A proposal has another key once something is made of it: what its first report says does not change. */
function identityOf(event: ListedEvent): string {
  const [first] = event.reports
  return first === undefined ? event.key : identityOfReport(first)
}

const identityOfReport = ({ clipping, sentence, phrase }: ListedEvent['reports'][number]): string =>
  JSON.stringify([clipping, sentence, phrase])

const isIt = (event: ListedEvent, identity: string): boolean =>
  event.key === identity || event.reports.some(report => identityOfReport(report) === identity)

/** So far from its place an event is looked for whose date was changed. */
const REACH = 100

/**
 * The place of the chosen event in a list. It follows the event where a change moves it within the list; where the event
 * leaves the list, the one that takes its place is chosen.
 */
export function useChosenEvent(
  of: string,
  total: number,
  at: (index: number) => ListedEvent | undefined,
): { readonly chosen: number; readonly choose: (index: number) => void } {
  const last = useStore(chosenEvent)
  const within = (index: number): number => Math.max(0, Math.min(index, total - 1))
  const chosen = within(last.of === of ? last.index : 0)
  const choose = (index: number) => {
    const event = at(within(index))
    chosenEvent.set({ of, index: within(index), identity: event && identityOf(event) })
  }
  const event = at(chosen)
  useEffect(() => {
    if (event === undefined || total === 0) return
    const identity = last.of === of ? last.identity : undefined
    if (identity !== undefined && isIt(event, identity)) return
    let place = chosen
    for (let away = 1; identity !== undefined && away <= REACH; away += 1) {
      const found = [chosen - away, chosen + away].find(index => {
        const other = index >= 0 && index < total ? at(index) : undefined
        return other !== undefined && isIt(other, identity)
      })
      if (found === undefined) continue
      place = found
      break
    }
    const now = at(place) ?? event
    chosenEvent.set({ of, index: place, identity: identityOf(now) })
  })
  return { chosen, choose }
}
