import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_PRESET_NAME } from '../../../electron/core/model/export-preset.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface Props {
  readonly suggested: string
  readonly taken: readonly string[]
  readonly onSave: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks under which name a way to export is kept. */
export function PresetNameDialog({ suggested, taken, onSave, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(suggested)
  const isReady = name.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isReady && (await onSave(name.trim()))) onClose()
  }
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t('exporting.savePresetTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="strong" type="submit" form="name-preset" isDisabled={!isReady}>
            {t('search.saveConfirm')}
          </Button>
        </>
      }
    >
      <form id="name-preset" onSubmit={event => void submit(event)}>
        <TextField
          label={t('exporting.presetName')}
          hint={t(taken.includes(name.trim()) ? 'exporting.presetReplaces' : 'exporting.presetDetail')}
          value={name}
          onChange={setName}
          maxLength={LONGEST_PRESET_NAME}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
