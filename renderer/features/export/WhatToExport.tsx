import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { navigate, useRoute } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'
import { useStore } from '../../state/store.ts'
import { type Choice, RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { keptIds, openExport } from './open-export.ts'
import { formatScope, isNarrowed, type Scope } from './scope.ts'
import type { ChosenScope } from './use-scope.ts'

/** What to export: everything, a shelf, a collection, a tag, or the clippings that were selected. */
export function WhatToExport({ chosen }: { readonly chosen: ChosenScope }) {
  const { t } = useTranslation()
  const route = useRoute()
  const selected = useStore(selection)
  const kept = useStore(keptIds)
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const { collections = [], tags = [] } = overview ?? {}
  const { scope } = chosen
  const ids = scope?.kind === 'clippings' ? scope.ids : selected.length > 0 ? selected : kept
  const firstOf: Readonly<Record<Scope['kind'], Scope | undefined>> = {
    all: { kind: 'all' },
    starred: { kind: 'starred' },
    shown: { kind: 'shown' },
    clippings: { kind: 'clippings', ids },
    collection: collections[0] && { kind: 'collection', id: collections[0].id },
    tag: tags[0] && { kind: 'tag', name: tags[0].name },
  }
  const choice = (kind: Scope['kind'], more: Partial<Choice<Scope['kind']>> = {}) => ({
    value: kind,
    label: t(`exporting.scopes.${kind}`),
    ...more,
  })
  const choices: Choice<Scope['kind']>[] = [
    ...(ids.length > 0 ? [choice('clippings', { count: ids.length })] : []),
    ...(isNarrowed(route.filter) ? [choice('shown')] : []),
    choice('all', { count: overview?.shelves.all }),
    choice('starred', { count: overview?.shelves.starred }),
    choice(
      'collection',
      collections.length === 0 ? { isDisabled: true, detail: t('exporting.noCollections') } : {},
    ),
    choice('tag', tags.length === 0 ? { isDisabled: true, detail: t('exporting.noTags') } : {}),
  ]
  const show = (next: Scope) => navigate({ scope: formatScope(next) }, 'replace')
  return (
    <>
      <RadioGroup
        hideLabel
        label={t('exporting.what')}
        choices={choices}
        value={chosen.kind}
        onChange={kind => {
          const next = firstOf[kind]
          if (next?.kind === 'clippings') openExport(next)
          else if (next) show(next)
        }}
      />
      {chosen.kind === 'collection' && (
        <Select
          label={t('exporting.collection')}
          placeholder={t('exporting.chooseCollection')}
          options={collections.map(({ id, name, count, depth }) => ({ id, name, count, depth }))}
          value={scope?.kind === 'collection' ? scope.id : undefined}
          onChange={id => show({ kind: 'collection', id })}
        />
      )}
      {chosen.kind === 'tag' && (
        <Select
          label={t('exporting.tag')}
          placeholder={t('exporting.chooseTag')}
          options={tags.map(({ name, colour, total }) => ({
            id: name,
            name,
            shortName: name.split('/').at(-1) ?? name,
            count: total,
            depth: name.split('/').length - 1,
            icon: <TagDot colour={colour} />,
          }))}
          value={scope?.kind === 'tag' ? scope.name : undefined}
          onChange={name => show({ kind: 'tag', name })}
          hint={t('exporting.tagDetail')}
        />
      )}
    </>
  )
}
