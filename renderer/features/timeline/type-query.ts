import { hashKey } from '@tanstack/react-query'
import { queryClient } from '../../api/query-client.ts'
import { currentRoute, navigateWith } from '../../routing/use-route.ts'
import { listQuery } from '../search/use-search-request.ts'
import { askedFilter, listedFilter } from './listed-filter.ts'
import { look } from './look.ts'

/** What was asked for last as somebody typed. */
let typed: ReturnType<typeof listQuery>['queryKey'] | undefined

/** Gives up the list of a query that was typed on, unless it is shown. */
function leave(queryKey: NonNullable<typeof typed>): void {
  if (queryClient.getQueryCache().get(hashKey(queryKey))?.getObserversCount() === 0)
    void queryClient.cancelQueries({ queryKey, exact: true })
}

/** Shows what a query finds as it is typed: its list is asked for at once, and drawn with the change of the address. */
export function typeQuery(query: string): void {
  const filter = { ...currentRoute().filter, query }
  const list = listQuery(listedFilter(askedFilter(filter), look.get()))
  if (typed !== undefined) leave(typed)
  typed = list.queryKey
  navigateWith({ filter }, queryClient.prefetchQuery(list))
}
