import type { Dispatch, SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { TagDot } from '../../ui/TagDot.tsx'
import { Picker } from '../tagging/Picker.tsx'
import { DeleteTagDialog } from './DeleteTagDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { NewTagDialog } from './NewTagDialog.tsx'

/** What is being asked of the user about a tag. */
export type Asking =
  | { readonly kind: 'create'; readonly below?: string }
  | { readonly kind: 'pick' | 'delete'; readonly name: string }
  | { readonly kind: 'merge'; readonly name: string; readonly to: string }

interface Props {
  readonly asking: Asking
  readonly tags: Overview['tags']
  readonly onAsk: Dispatch<SetStateAction<Asking | undefined>>
  readonly onCreated: (name: string) => void
  readonly onMerged: (name: string, to: string) => void
  readonly onDeleted: (name: string) => void
}

/** The dialog of what is being asked: a new tag, which tag to merge into, whether to merge, whether to delete. */
export function TagQuestions({ asking, tags, onAsk, onCreated, onMerged, onDeleted }: Props) {
  const { t } = useTranslation()
  const names = tags.map(({ name }) => name)
  // Choosing a tag to merge into asks the next question before it closes this one.
  const close = () => onAsk(current => (current === asking ? undefined : current))
  switch (asking.kind) {
    case 'create':
      return <NewTagDialog names={names} below={asking.below} onCreated={onCreated} onClose={close} />
    case 'pick': {
      const { name } = asking
      const colours = new Map(tags.map(tag => [tag.name, tag.colour]))
      return (
        <Picker
          title={t('tags.mergeTitle', { name })}
          field={t('tags.mergeField')}
          placeholder={t('tags.mergePlaceholder')}
          choices={names
            .filter(other => other !== name)
            .map(other => ({ key: other, label: other, isOn: false }))}
          markOf={({ key }) => <TagDot colour={colours.get(key) ?? 'grey'} />}
          onWords=""
          nameFrom={() => undefined}
          createWords={() => ''}
          onToggle={({ key }) => onAsk({ kind: 'merge', name, to: key })}
          onCreate={close}
          onClose={close}
        />
      )
    }
    case 'merge':
      return (
        <MergeDialog
          names={names}
          name={asking.name}
          to={asking.to}
          onMerged={() => onMerged(asking.name, asking.to)}
          onClose={close}
        />
      )
    case 'delete':
      return (
        <DeleteTagDialog
          names={names}
          name={asking.name}
          onDeleted={() => onDeleted(asking.name)}
          onClose={close}
        />
      )
  }
}
