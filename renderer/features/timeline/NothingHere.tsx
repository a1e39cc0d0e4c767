import { CalendarX, Folder, Hash, Inbox, Newspaper, SearchX, Star, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { printKeys } from '../../commands/keys.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { showFilter } from '../../routing/use-route.ts'
import { usePlatform } from '../../state/platform.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NoResult } from '../search/NoResult.tsx'
import { unreadableWords } from '../search/typed-query.ts'
import { useScopeName } from './use-scope-name.ts'

/** Why the list is empty, and the way on. */
export function NothingHere({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  const platform = usePlatform()
  const scope = useScopeName(filter)
  const all: Filter = { ...DEFAULT_FILTER, shelf: 'all', clock: filter.clock }
  const showAll = <Button onPress={() => showFilter(all)}>{t('timeline.showAll')}</Button>

  if (filter.query.trim() !== '') {
    const isReadable = unreadableWords(filter.query) === undefined
    return isReadable ? <NoResult filter={filter} scope={scope} /> : <Unreadable filter={filter} />
  }
  if (filter.days) {
    const { days: _, ...anyDay } = filter
    return (
      <EmptyState
        icon={<CalendarX />}
        title={t('timeline.emptyDaysTitle')}
        actions={<Button onPress={() => showFilter(anyDay)}>{t('search.anyDay')}</Button>}
      />
    )
  }
  if (filter.collection) {
    return (
      <EmptyState icon={<Folder />} title={t('timeline.emptyCollectionTitle')} actions={showAll}>
        {t('timeline.emptyCollectionDetail')}
      </EmptyState>
    )
  }
  if (filter.tag) {
    return (
      <EmptyState icon={<Hash />} title={t('timeline.emptyTagTitle')} actions={showAll}>
        {t('timeline.emptyTagDetail')}
      </EmptyState>
    )
  }
  if (filter.shelf === 'starred') {
    return (
      <EmptyState icon={<Star />} title={t('timeline.emptyStarredTitle')} actions={showAll}>
        {t('timeline.emptyStarredDetail')}
      </EmptyState>
    )
  }
  if (filter.shelf === 'trash') {
    return (
      <EmptyState icon={<Trash2 />} title={t('timeline.emptyTrashTitle')} actions={showAll}>
        {t('timeline.emptyTrashDetail')}
      </EmptyState>
    )
  }
  if (filter.shelf === 'all') {
    return (
      <EmptyState icon={<Newspaper />} title={t('timeline.emptyAllTitle')}>
        {t('timeline.emptyAllDetail', { keys: printKeys('Mod+V', platform) })}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<Inbox />} title={t('timeline.emptyInboxTitle')} actions={showAll}>
      {t('timeline.emptyInboxDetail')}
    </EmptyState>
  )
}

/** The line below the search field says which words cannot be read. */
function Unreadable({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('timeline.unreadableTitle')}
      actions={<Button onPress={() => showFilter({ ...filter, query: '' })}>{t('search.clear')}</Button>}
    >
      {t('timeline.queryHint')}
    </EmptyState>
  )
}
