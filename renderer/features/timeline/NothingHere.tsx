import { Folder, Hash, Inbox, Newspaper, SearchX, Star, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { printKeys } from '../../commands/keys.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { showFilter } from '../../routing/use-route.ts'
import { usePlatform } from '../../state/platform.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { unreadableWords } from '../search/typed-query.ts'

/** Why the list is empty, and the way on. */
export function NothingHere({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  const platform = usePlatform()
  const all: Filter = { ...DEFAULT_FILTER, shelf: 'all', clock: filter.clock }
  const showAll = <Button onPress={() => showFilter(all)}>{t('timeline.showAll')}</Button>

  if (filter.query || filter.days) {
    const { days: _, ...rest } = filter
    const isReadable = unreadableWords(filter.query) === undefined
    return (
      <EmptyState
        icon={<SearchX />}
        title={t(isReadable ? 'timeline.noResultTitle' : 'timeline.unreadableTitle')}
        actions={
          <>
            {filter.query && isReadable && (
              <Button onPress={() => showFilter({ ...all, query: filter.query })}>
                {t('timeline.searchEverywhere')}
              </Button>
            )}
            <Button onPress={() => showFilter({ ...rest, query: '' })}>{t('timeline.clearFilters')}</Button>
          </>
        }
      >
        {isReadable && t('timeline.noResultDetail')}
        {filter.query && (
          <>
            {isReadable && <br />}
            {t('timeline.queryHint')}
          </>
        )}
      </EmptyState>
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
