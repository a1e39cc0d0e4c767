import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { currentRoute, showFilter } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface Props {
  readonly collection: Overview['collections'][number]
  readonly onClose: () => void
}

/** Asks before a collection is deleted, saying that its clippings stay. */
export function DeleteCollectionDialog({ collection, onClose }: Props) {
  const { t } = useTranslation()
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const isAbove = [...(overview?.collections ?? []), ...(overview?.savedSearches ?? [])].some(
    ({ parent }) => parent === collection.id,
  )
  const remove = useChange('collection:delete')
  const confirm = async () => {
    if (!(await remove.run({ id: collection.id }))) return
    const { filter } = currentRoute()
    if (filter.collection === collection.id) showFilter({ ...DEFAULT_FILTER, clock: filter.clock })
    onClose()
  }
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="narrow"
      title={t('shell.deleteCollectionQuestion', { name: collection.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button look="danger" onPress={() => void confirm()}>
            {t('common.delete')}
          </Button>
        </>
      }
    >
      {t('shell.deleteCollectionDetail', { count: collection.own })}
      {isAbove && ` ${t('shell.deleteCollectionInside')}`}
    </Dialog>
  )
}
