import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { classNames } from '../../ui/class-names.ts'
import { useMovables } from '../collections/use-movables.ts'
import { useKeptPlace } from '../reader/use-kept-place.ts'
import styles from '../sidebar/Sidebar.module.css'
import { SavedSearchItem } from './SavedSearchItem.tsx'

const css = classNames(styles)

type SavedSearch = Overview['savedSearches'][number]

/** Whether a filter, of no collection or tag, gives what the saved search finds. */
export const isShown = (search: SavedSearch, { shelf, query, days }: Filter): boolean =>
  shelf === 'all' && days === undefined && query.trim() === search.query

interface Props {
  readonly collections: Overview['collections']
  readonly searches: readonly SavedSearch[]
  /** The one whose query the list answers. */
  readonly current: string | undefined
  readonly onFollow?: (() => void) | undefined
}

/** The saved searches that stand in no collection, in the sidebar. */
export function SavedSearchSection({ collections, searches, current, onFollow }: Props) {
  const { t } = useTranslation()
  const { filter } = useSettledRoute()
  const section = useRef<HTMLElement>(null)
  const keepPlace = useKeptPlace(section, '[data-nav-item]', searches)
  const { movableSearch, steps } = useMovables(collections, searches)
  const shown = searches.filter(({ parent }) => parent === undefined)
  if (shown.length === 0) return null
  return (
    <section ref={section} aria-label={t('search.saved')}>
      <h2 className={css('heading')}>{t('search.saved')}</h2>
      <ul className={css('group')}>
        {shown.map(search => (
          <SavedSearchItem
            key={search.id}
            search={search}
            clock={filter.clock}
            isCurrent={search.id === current}
            movable={movableSearch(search)}
            stepOf={steps.search.of}
            onRemove={keepPlace}
            onFollow={onFollow}
          />
        ))}
      </ul>
    </section>
  )
}
