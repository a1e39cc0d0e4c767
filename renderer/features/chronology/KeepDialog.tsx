import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportScope } from '../../../electron/core/model/export-request.ts'
import { send } from '../../api/bridge.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { openChronologyOfCollection } from './chronology-scope.ts'

interface Props {
  readonly scope: ExportScope
  /** What the list is called, which the collection may be called too. */
  readonly name: string
  readonly onClose: () => void
}

/** Makes a collection of the clippings of a list, so that what is decided about their events is kept. */
export function KeepDialog({ scope, name, onClose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name.slice(0, 200))
  const create = useChange('collection:create')
  const { data: overview } = useRequest('library:overview', {})
  const called = typed.trim()
  const isTaken = overview?.collections.some(other => other.name.toLowerCase() === called.toLowerCase())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isTaken || called === '') return
    const ids =
      scope.kind === 'clippings'
        ? scope.ids
        : (await send('library:ids', { filter: scope.filter, start: 0, count: 1_000_000 })).ids
    const created = await create.run({ name: called, ids: [...ids] })
    if (!created) return
    openChronologyOfCollection(created.collection.id)
    onClose()
  }
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('chronology.keep')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="strong" type="submit" form="keep" isResting={called === '' || isTaken === true}>
            {t('common.create')}
          </Button>
        </>
      }
    >
      <form id="keep" onSubmit={event => void submit(event)}>
        <TextField
          label={t('shell.collectionName')}
          hint={t('chronology.keepDetail')}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          error={isTaken ? t('failure.name-taken.what') : undefined}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
