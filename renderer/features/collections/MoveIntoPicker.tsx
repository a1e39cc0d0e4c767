import { CornerLeftUp, Folder } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { Picker } from '../tagging/Picker.tsx'
import { isWithin } from './collection-moves.ts'
import { useSteps } from './use-steps.ts'

/** No collection has this id. */
const TOP = '/'

interface Props {
  readonly kind: 'collection' | 'search'
  readonly line: { readonly id: string; readonly name: string; readonly parent?: string | undefined }
  readonly onClose: () => void
}

/** Into which other collection something is to go, or to the top. */
export function MoveIntoPicker({ kind, line, onClose }: Props) {
  const { t } = useTranslation()
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const { to } = useSteps(kind)
  const collections = overview?.collections ?? []
  const choices = collections
    .filter(({ id }) => id !== line.parent && !isWithin(collections, id, line.id))
    .map(({ id, name }) => ({ key: id, label: name, isOn: false }))
  if (line.parent !== undefined) choices.unshift({ key: TOP, label: t('shell.topLevel'), isOn: false })
  return (
    <Picker
      title={t('shell.moveIntoTitle', { name: line.name })}
      field={t('shell.moveIntoField')}
      placeholder={t('tagging.collectPlaceholder')}
      choices={choices}
      markOf={({ key }) =>
        key === TOP ? <CornerLeftUp aria-hidden="true" /> : <Folder aria-hidden="true" />
      }
      onWords=""
      nameFrom={() => undefined}
      createWords={() => ''}
      onToggle={({ key }) => to(line.id, { parent: key === TOP ? null : key, before: null })}
      onCreate={onClose}
      onClose={onClose}
    />
  )
}
