import type { LaneKind } from '../../../../electron/core/model/listing.ts'
import { useRequest } from '../../../api/use-request.ts'

/** What a lane is called: a collection has a name beside its id. */
export function useLaneName(by: LaneKind | 'none'): (value: string) => string {
  const { data } = useRequest('library:overview', {}, { keepPrevious: true })
  return value =>
    by === 'collection' ? (data?.collections.find(({ id }) => id === value)?.name ?? '') : value
}
