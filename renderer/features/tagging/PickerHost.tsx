import { Folder } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tagNameFrom } from '../../../electron/core/model/tag.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { useTagColours } from '../../ui/TagChip.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import type { Choice } from './choices.ts'
import styles from './Picker.module.css'
import { Picker } from './Picker.tsx'
import { picking } from './picking.ts'
import { Suggestions, suggestionOf, useSuggestions } from './Suggestions.tsx'

const css = classNames(styles)

/** The tag picker or the collection picker, while one is open. */
export function PickerHost() {
  const open = useStore(picking)
  if (!open) return null
  return open.kind === 'tag' ? <TagPicker ids={open.ids} /> : <CollectionPicker ids={open.ids} />
}

const close = () => picking.set(undefined)

/** How many of the clippings have a tag or are in a collection; none while that is not known. */
function useMarks(ids: readonly string[], kind: 'tags' | 'collections') {
  const { data } = useRequest('tag:of-clippings', { ids: [...ids] }, { keepPrevious: true })
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const each of data?.[kind] ?? []) counts.set('id' in each ? each.id : each.name, each.count)
    const of = data?.clippings ?? 0
    return {
      of,
      /** What is said of a choice. */
      on: (key: string): Pick<Choice, 'isOn' | 'partly'> => {
        const count = counts.get(key) ?? 0
        const isOn = of > 0 && count === of
        return { isOn, partly: count > 0 && !isOn ? count : undefined }
      },
    }
  }, [data, kind])
}

function TagPicker({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation()
  const marks = useMarks(ids, 'tags')
  const { data } = useRequest('library:overview', {})
  const colourOf = useTagColours()
  const change = useChange('clipping:mark', { quiet: ids.length === 1 })
  const suggestions = useSuggestions(ids)
  const choices = useMemo(
    () => (data?.tags ?? []).map(({ name }): Choice => ({ key: name, label: name, ...marks.on(name) })),
    [data, marks],
  )
  const mark = (tag: string, on: boolean) =>
    void change.run({ ids: [...ids], mark: { mark: 'tag', tag, on } })
  return (
    <Picker
      title={t('tagging.title', { count: ids.length })}
      field={t('tagging.field')}
      placeholder={t('tagging.placeholder')}
      choices={choices}
      partlyWords={count => t('tagging.partly', { count, of: marks.of })}
      onTakeOff={({ key }) => mark(key, false)}
      between={<Suggestions suggestions={suggestions} onTake={({ name }) => mark(name, true)} />}
      onKey={event => {
        const suggestion = suggestions?.[suggestionOf(event)]
        if (suggestion) mark(suggestion.name, true)
        return suggestion !== undefined
      }}
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
  const marks = useMarks(ids, 'collections')
  const { data } = useRequest('library:overview', {})
  const change = useChange('clipping:mark')
  const create = useChange('collection:create')
  const choices = useMemo(
    () =>
      (data?.collections ?? []).map(({ id, name }): Choice => ({ key: id, label: name, ...marks.on(id) })),
    [data, marks],
  )
  return (
    <Picker
      title={t('tagging.collectTitle', { count: ids.length })}
      field={t('tagging.collectField')}
      placeholder={t('tagging.collectPlaceholder')}
      choices={choices}
      partlyWords={count => t('tagging.partly', { count, of: marks.of })}
      onTakeOff={({ key }) =>
        void change.run({ ids: [...ids], mark: { mark: 'collection', collection: key, on: false } })
      }
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
