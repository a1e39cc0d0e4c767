import { CornerLeftUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import type { Route } from '../../routing/route.ts'
import { useRouteOf } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { TagDot } from '../../ui/TagDot.tsx'
import { Picker } from '../tagging/Picker.tsx'
import { type Asking, askingTag, askTag } from './asking-tag.ts'
import { DeleteTagDialog } from './DeleteTagDialog.tsx'
import { followCreated, followDeleted, followRenamed } from './follow-tag.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { NewTagDialog } from './NewTagDialog.tsx'
import { RenameTagDialog } from './RenameTagDialog.tsx'
import { movedName } from './tag-plans.ts'
import { useRelocating } from './use-relocating.ts'

const listed = ({ view, filter }: Route) => ({ tag: view === 'timeline' ? filter.tag : undefined })

/** The dialog of what is being asked about a tag, and the commands that ask it of the tag whose list is on show. */
export function TagQuestions() {
  const { tag } = useRouteOf(listed)
  const on = (kind: 'rename' | 'move' | 'pick' | 'delete') =>
    tag === undefined ? undefined : () => askTag({ kind, name: tag })
  useCommand('new-tag', () => askTag({ kind: 'create' }))
  useCommand('new-tag-below', tag === undefined ? undefined : () => askTag({ kind: 'create', below: tag }))
  useCommand('rename-tag', on('rename'))
  useCommand('move-tag', on('move'))
  useCommand('merge-tag', on('pick'))
  useCommand('delete-tag', on('delete'))
  const asking = useStore(askingTag)
  return asking ? <Question asking={asking} /> : null
}

function Question({ asking }: { readonly asking: Asking }) {
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const names = overview?.tags.map(({ name }) => name) ?? []
  // Choosing a tag to merge into asks the next question before it closes this one.
  const close = () => {
    if (askingTag.get() === asking) askingTag.set(undefined)
  }
  switch (asking.kind) {
    case 'create':
      return <NewTagDialog names={names} below={asking.below} onCreated={followCreated} onClose={close} />
    case 'rename':
      return <RenameTagDialog names={names} name={asking.name} onClose={close} />
    case 'pick':
    case 'move':
      return <TagPick kind={asking.kind} name={asking.name} onClose={close} />
    case 'merge':
      return (
        <MergeDialog
          names={names}
          name={asking.name}
          to={asking.to}
          onMerged={() => followRenamed(asking.name, asking.to)}
          onClose={close}
        />
      )
    case 'delete':
      return (
        <DeleteTagDialog
          names={names}
          name={asking.name}
          onDeleted={() => followDeleted(asking.name)}
          onClose={close}
        />
      )
  }
}

/** No tag is called so: levels are not empty. */
const TOP = '/'

interface PickProps {
  readonly kind: 'pick' | 'move'
  readonly name: string
  readonly onClose: () => void
}

/** Which other tag: to become one with it, or to go below it. */
function TagPick({ kind, name, onClose }: PickProps) {
  const { t } = useTranslation()
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const { move } = useRelocating()
  const tags = overview?.tags ?? []
  const isMove = kind === 'move'
  const colours = new Map(tags.map(tag => [tag.name, tag.colour]))
  const choices = tags
    .filter(other => (isMove ? movedName(name, other.name) !== undefined : other.name !== name))
    .map(other => ({ key: other.name, label: other.name, isOn: false }))
  if (isMove && movedName(name, undefined) !== undefined)
    choices.unshift({ key: TOP, label: t('tags.topLevel'), isOn: false })
  return (
    <Picker
      title={t(isMove ? 'tags.moveTitle' : 'tags.mergeTitle', { name })}
      field={t(isMove ? 'tags.moveField' : 'tags.mergeField')}
      placeholder={t('tags.mergePlaceholder')}
      choices={choices}
      markOf={({ key }) =>
        key === TOP ? <CornerLeftUp aria-hidden="true" /> : <TagDot colour={colours.get(key) ?? 'grey'} />
      }
      onWords=""
      nameFrom={() => undefined}
      createWords={() => ''}
      onToggle={({ key }) => {
        if (!isMove) askTag({ kind: 'merge', name, to: key })
        else void move(name, key === TOP ? undefined : key)
      }}
      onCreate={onClose}
      onClose={onClose}
    />
  )
}
