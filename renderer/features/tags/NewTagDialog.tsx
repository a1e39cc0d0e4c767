import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { namesWords } from './names-words.ts'
import { planCreate } from './tag-plans.ts'

interface Props {
  readonly names: readonly string[]
  /** The tag below which to create; undefined creates at the top. */
  readonly below?: string | undefined
  readonly onCreated: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the name of a new tag; `/` makes levels. */
export function NewTagDialog({ names, below, onCreated, onClose }: Props) {
  const { t } = useTranslation()
  const start = below ? `${below}/` : ''
  const [typed, setTyped] = useState(start)
  const create = useChange('tag:create')
  const plan = planCreate(names, typed)
  const isUntouched = typed.trim() === start
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (plan.kind !== 'new' || isUntouched) return
    if (!(await create.run({ name: plan.name }))) return
    onCreated(plan.name)
    onClose()
  }
  const error = () => {
    if (isUntouched || plan.kind === 'new') return undefined
    return t(plan.kind === 'taken' ? 'tags.taken' : 'tags.invalidName')
  }
  const hint =
    plan.kind === 'new' && plan.parents.length > 0
      ? t('tags.createsParents', { names: namesWords(t, plan.parents) })
      : t('tags.nameHint')
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t(below ? 'tags.newChild' : 'tags.newTag')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="strong"
            type="submit"
            form="new-tag"
            isDisabled={plan.kind !== 'new' || isUntouched || create.isPending}
          >
            {t('common.create')}
          </Button>
        </>
      }
    >
      <form id="new-tag" onSubmit={event => void submit(event)}>
        <TextField
          label={t('tags.name')}
          hint={hint}
          error={error()}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
