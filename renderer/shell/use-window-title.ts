import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../electron/ipc/contract.ts'
import { useRequest } from '../api/use-request.ts'
import type { Route } from '../routing/route.ts'
import { useSettledRoute } from '../routing/use-route.ts'

/** What the window shows, in as few words as tell it from another. */
function shownName(
  t: TFunction,
  { view, filter, clipping }: Route,
  title: string | undefined,
  collections: Output<'library:overview'>['collections'],
): string {
  if (view !== 'timeline') return t(`commands.names.view-${view}`)
  if (clipping !== undefined && title !== undefined) return title || t('timeline.untitled')
  if (filter.collection) {
    const name = collections.find(({ id }) => id === filter.collection)?.name
    if (name !== undefined) return name
  }
  return filter.query || filter.tag || t(`shell.${filter.shelf}`)
}

/** Has the title of the window say what it shows: that is all that tells several windows apart in the system's lists. */
export function useWindowTitle(): void {
  const { t } = useTranslation()
  const route = useSettledRoute()
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const id = route.view === 'timeline' ? route.clipping : undefined
  const { data: open } = useRequest('clipping:get', { id: id ?? '' }, { enabled: id !== undefined })
  const name = shownName(t, route, open?.clipping.title, overview?.collections ?? [])
  const appName = t('common.appName')
  useEffect(() => {
    document.title = `${name} – ${appName}`
    return () => {
      document.title = appName
    }
  }, [name, appName])
}
