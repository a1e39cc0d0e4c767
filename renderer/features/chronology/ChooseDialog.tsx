import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CheckboxList } from '../../ui/CheckboxList.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface Props {
  readonly title: string
  readonly label: string
  readonly action: string
  readonly choices: readonly { readonly value: string; readonly content: ReactNode }[]
  /** As many can be chosen at most. */
  readonly most: number
  readonly onChoose: (chosen: readonly string[]) => void
  readonly onClose: () => void
}

/** Asks which of some events or reports: those to merge with, those to split off. */
export function ChooseDialog({ title, label, action, choices, most, onChoose, onClose }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const isReady = chosen.length > 0 && chosen.length <= most
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onChoose(chosen)
  }
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="strong" type="submit" form="choose" isResting={!isReady}>
            {action}
          </Button>
        </>
      }
    >
      <form id="choose" onSubmit={submit}>
        <CheckboxList label={label} choices={choices} chosen={chosen} onChange={setChosen} hasFocus />
      </form>
    </Dialog>
  )
}
