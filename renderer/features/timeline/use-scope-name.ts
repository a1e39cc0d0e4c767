import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { useRequest } from '../../api/use-request.ts'

/** What the list shows, by name: the collection, the tag, or the shelf. */
export function useScopeName(filter: Filter): string {
  const { t } = useTranslation()
  const { data } = useRequest('library:overview', {}, { keepPrevious: true })
  if (filter.collection) return data?.collections.find(({ id }) => id === filter.collection)?.name ?? ''
  return filter.tag ?? t(`shell.${filter.shelf}`)
}
