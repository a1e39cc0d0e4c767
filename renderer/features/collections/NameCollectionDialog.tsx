import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Collection } from '../../../electron/core/model/collection.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { showFilter } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { setCollectionFolded } from './folded-collections.ts'

interface Props {
  /** The collection to rename; undefined creates one. */
  readonly collection?: Pick<Collection, 'id' | 'name'>
  /** The collection that a new one is to stand in. */
  readonly parent?: string | undefined
  readonly onClose: () => void
}

/** Asks for the name of a collection, new or renamed. */
export function NameCollectionDialog({ collection, parent, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(collection?.name ?? '')
  const create = useChange('collection:create')
  const rename = useChange('collection:rename')
  const { data: overview } = useRequest('library:overview', {})
  const others = overview?.collections.filter(({ id }) => id !== collection?.id) ?? []
  const above = overview?.collections.find(({ id }) => id === parent)
  const isTaken = others.some(other => other.name === name.trim())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isTaken || name.trim() === '') return
    if (collection) {
      if (await rename.run({ id: collection.id, name: name.trim() })) onClose()
      return
    }
    const created = await create.run({ name: name.trim(), ids: [], ...(parent !== undefined && { parent }) })
    if (!created) return
    if (parent !== undefined) setCollectionFolded(parent, false)
    showFilter({ ...DEFAULT_FILTER, shelf: 'all', collection: created.collection.id })
    onClose()
  }
  return (
    <Dialog
      isOpen
      width="narrow"
      title={
        above
          ? t('shell.newCollectionIn', { name: above.name })
          : t(collection ? 'shell.renameCollection' : 'shell.newCollection')
      }
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="strong"
            type="submit"
            form="name-collection"
            isDisabled={name.trim() === '' || isTaken}
          >
            {t(collection ? 'common.rename' : 'common.create')}
          </Button>
        </>
      }
    >
      <form id="name-collection" onSubmit={event => void submit(event)}>
        <TextField
          label={t('shell.collectionName')}
          value={name}
          onChange={setName}
          maxLength={200}
          error={isTaken ? t('failure.name-taken.what') : undefined}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
