import { BookmarkPlus } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { currentRoute } from '../../routing/use-route.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SearchNameDialog } from './SearchNameDialog.tsx'
import { scopedQuery } from './scoped-query.ts'
import { today } from './today.ts'

/** Keeps the search on show under a name: a button while there is a query, and its key. */
export const SaveSearch = memo(function SaveSearch({ hasQuery }: { readonly hasQuery: boolean }) {
  const { t } = useTranslation()
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const [query, setQuery] = useState<string>()
  const open = () => {
    // What is shown may be a moment old; what is kept is the search of now.
    const now = currentRoute().filter
    const collection = overview?.collections.find(({ id }) => id === now.collection)
    setQuery(scopedQuery(now, collection?.name, today(), t('search.fields', { returnObjects: true })))
  }
  useCommand('save-search', hasQuery ? open : undefined)
  return (
    <>
      {hasQuery && (
        <IconButton
          size="small"
          label={t('search.save')}
          keys={COMMANDS['save-search'].keys[0]}
          icon={<BookmarkPlus />}
          onPress={open}
        />
      )}
      {query !== undefined && <SearchNameDialog query={query} onClose={() => setQuery(undefined)} />}
    </>
  )
})
