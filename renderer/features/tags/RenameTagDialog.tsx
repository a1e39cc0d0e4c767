import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { planRename } from './tag-plans.ts'
import { useRelocating } from './use-relocating.ts'

interface Props {
  readonly names: readonly string[]
  readonly name: string
  readonly onClose: () => void
}

/** Asks for a tag's new name where there is no tree to type it into. */
export function RenameTagDialog({ names, name, onClose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name)
  const { rename } = useRelocating()
  const plan = planRename(names, name, typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan.kind === 'invalid' || plan.kind === 'same') return
    onClose()
    void rename(name, typed)
  }
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('tags.renameTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="strong"
            type="submit"
            form="rename-tag"
            isDisabled={plan.kind === 'invalid' || plan.kind === 'same'}
          >
            {t(plan.kind === 'merge' ? 'tags.mergeConfirm' : 'common.rename')}
          </Button>
        </>
      }
    >
      <form id="rename-tag" onSubmit={submit}>
        <TextField
          label={t('tags.name')}
          hint={t(plan.kind === 'merge' ? 'tags.renameMerges' : 'tags.nameHint')}
          error={plan.kind === 'invalid' ? t('tags.invalidName') : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
