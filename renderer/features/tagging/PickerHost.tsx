import { useQueries } from '@tanstack/react-query'
import { Folder } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { tagNameFrom } from '../../../electron/core/model/tag.ts'
import { send } from '../../api/bridge.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { useTagColours } from '../../ui/TagChip.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { cachedRow } from '../timeline/use-rows.ts'
import styles from './Picker.module.css'
import { Picker } from './Picker.tsx'
import { picking } from './picking.ts'

const css = classNames(styles)

/** The tag picker or the collection picker, while one is open. */
export function PickerHost() {
  const open = useStore(picking)
  if (!open) return null
  return open.kind === 'tag' ? <TagPicker ids={open.ids} /> : <CollectionPicker ids={open.ids} />
}

const close = () => picking.set(undefined)

/** What the clippings have now: of one, as it is stored; of many, as the list shows them. */
function useMarks(ids: readonly string[]) {
  const single = ids.length === 1 ? ids : []
  const [answer] = useQueries({
    queries: single.map(id => ({
      queryKey: ['clipping:get', { id }] as const,
      queryFn: () => send('clipping:get', { id }),
    })),
  })
  if (answer?.data) return [answer.data.clipping]
  return ids.flatMap(id => cachedRow(id) ?? [])
}

function TagPicker({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation()
  const marks = useMarks(ids)
  const { data } = useRequest('library:overview', {})
  const colourOf = useTagColours()
  const change = useChange('clipping:mark', { quiet: ids.length === 1 })
  const mark = (tag: string, on: boolean) =>
    void change.run({ ids: [...ids], mark: { mark: 'tag', tag, on } })
  return (
    <Picker
      title={t('tagging.title', { count: ids.length })}
      field={t('tagging.field')}
      placeholder={t('tagging.placeholder')}
      choices={(data?.tags ?? []).map(({ name }) => ({
        key: name,
        label: name,
        isOn: marks.length > 0 && marks.every(({ tags }) => tags.includes(name)),
      }))}
      markOf={({ key }) => (
        <span className={css('mark')}>
          <TagDot colour={colourOf(key)} />
        </span>
      )}
      onWords={t('tagging.on')}
      nameFrom={tagNameFrom}
      createWords={name => t('tagging.create', { name })}
      onToggle={({ key, isOn }) => mark(key, !isOn)}
      onCreate={name => mark(name, true)}
      onClose={close}
    />
  )
}

function CollectionPicker({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation()
  const marks = useMarks(ids)
  const { data } = useRequest('library:overview', {})
  const change = useChange('clipping:mark')
  const create = useChange('collection:create')
  return (
    <Picker
      title={t('tagging.collectTitle', { count: ids.length })}
      field={t('tagging.collectField')}
      placeholder={t('tagging.collectPlaceholder')}
      choices={(data?.collections ?? []).map(({ id, name }) => ({
        key: id,
        label: name,
        isOn: marks.length > 0 && marks.every(({ collections }) => collections.includes(id)),
      }))}
      markOf={() => <Folder aria-hidden="true" />}
      onWords={t('tagging.inCollection')}
      nameFrom={typed => typed.trim().slice(0, 200) || undefined}
      createWords={name => t('tagging.createCollection', { name })}
      onToggle={({ key, isOn }) =>
        void change.run({ ids: [...ids], mark: { mark: 'collection', collection: key, on: !isOn } })
      }
      onCreate={name => void create.run({ name, ids: [...ids] })}
      onClose={close}
    />
  )
}
