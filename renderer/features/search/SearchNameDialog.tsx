import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './SearchNameDialog.module.css'

const css = classNames(styles)

/** As long as a name may be. */
const LONGEST_NAME = 200

interface Props {
  readonly query: string
  /** The saved search to rename; undefined saves the query as one. */
  readonly saved?: Overview['savedSearches'][number]
  readonly onClose: () => void
}

/** Asks for the name of a saved search: of a new one its query is suggested. */
export function SearchNameDialog({ query, saved, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState((saved?.name ?? query).slice(0, LONGEST_NAME))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = useChange('search:save')
  const rename = useChange('search:rename')
  const { data: overview } = useRequest('library:overview', {})
  const others = overview?.savedSearches.filter(({ id }) => id !== saved?.id) ?? []
  const isTaken = others.some(other => other.name === name.trim())
  const isReady = name.trim() !== '' && !isTaken
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const kept = saved
      ? await rename.run({ id: saved.id, name: name.trim() })
      : await save.run({ name: name.trim(), query })
    if (kept) onClose()
  }
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t(saved ? 'search.renameSaved' : 'search.save')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="strong" type="submit" form="name-search" isDisabled={!isReady}>
            {t(saved ? 'common.rename' : 'search.saveConfirm')}
          </Button>
        </>
      }
    >
      <form id="name-search" onSubmit={event => void submit(event)}>
        <TextField
          label={t('search.saveName')}
          value={name}
          onChange={setName}
          maxLength={LONGEST_NAME}
          error={isTaken ? t('failure.name-taken.what') : undefined}
          inputRef={field}
          autoFocus
        />
        <p className={css('query')}>{t('search.saveQuery', { query })}</p>
      </form>
    </Dialog>
  )
}
