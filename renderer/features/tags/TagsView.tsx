import { Hash, Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { navigate, navigateSoon, showFilter, useRoute } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { openExport } from '../export/open-export.ts'
import { reveal } from './folded-tags.ts'
import { TagDetail } from './TagDetail.tsx'
import { TagPane } from './TagPane.tsx'
import { type Asking, TagQuestions } from './TagQuestions.tsx'
import styles from './TagsView.module.css'
import { lineAfterRemoval } from './tag-lines.ts'
import { planRename, renamedTag } from './tag-plans.ts'
import type { TreeAction } from './tree-keys.ts'
import { useTagLines } from './use-tag-lines.ts'

const css = classNames(styles)

/** All tags: the tree on the left, the chosen tag and its clippings on the right. */
export function TagsView() {
  const { t } = useTranslation()
  const { tag: tagInAddress } = useRoute()
  const { data: overview, error } = useRequest('library:overview', {}, { keepPrevious: true })
  const [typed, setTyped] = useState('')
  const [renaming, setRenaming] = useState<string>()
  const [asking, setAsking] = useState<Asking>()
  const [isColourOpen, setIsColourOpen] = useState(false)
  const tree = useRef<HTMLDivElement>(null)
  const rename = useChange('tag:rename')

  const tags = useMemo(() => overview?.tags ?? [], [overview])
  const names = useMemo(() => tags.map(({ name }) => name), [tags])
  const { lines, folded } = useTagLines(tags, typed)
  // The address follows at the pace that browsers allow; a key acts on what the one before it chose.
  const [chosenName, setChosenName] = useState(tagInAddress)
  useEffect(() => setChosenName(tagInAddress), [tagInAddress])
  const choose = (name: string | undefined) => {
    setChosenName(name)
    navigateSoon({ tag: name })
  }
  const found = lines.findIndex(({ tag }) => tag.name === chosenName)
  // A tag that is gone, or not back yet, leaves its place to the one that stands there now.
  const lastAt = useRef(0)
  useEffect(() => {
    if (found >= 0) lastAt.current = found
  }, [found])
  const chosen = lines[found >= 0 ? found : Math.min(lastAt.current, lines.length - 1)]?.tag
  useCommand('export-selection', chosen && (() => openExport({ kind: 'tag', name: chosen.name })))

  const hasTags = tags.length > 0
  useEffect(() => {
    if (hasTags) tree.current?.focus()
  }, [hasTags])

  const show = (name: string) => {
    setTyped('')
    reveal(name)
    choose(name)
  }
  const onRenamed = async (to: string | undefined) => {
    const name = renaming
    setRenaming(undefined)
    tree.current?.focus()
    if (name === undefined || to === undefined) return
    const plan = planRename(names, name, to)
    if (plan.kind === 'merge') setAsking({ kind: 'merge', name, to: plan.to })
    if (plan.kind === 'rename' && (await rename.run({ name, to: plan.to }))) show(plan.to)
  }
  const onAction = (action: TreeAction) => {
    if (action === 'new') setAsking({ kind: 'create' })
    if (!chosen) return
    const { name } = chosen
    if (action === 'newChild') setAsking({ kind: 'create', below: name })
    if (action === 'rename') setRenaming(name)
    if (action === 'colour') setIsColourOpen(true)
    if (action === 'merge') setAsking({ kind: 'pick', name })
    if (action === 'delete') setAsking({ kind: 'delete', name })
    if (action === 'open') showFilter({ ...DEFAULT_FILTER, shelf: 'all', tag: name })
  }

  if (error) return <EmptyState title={t('tags.readFailed')} />
  if (!overview) return null
  return (
    <div className={css('view')}>
      <h1 className="visually-hidden">{t('tags.title')}</h1>
      <TagPane
        names={names}
        lines={lines}
        folded={folded}
        chosen={chosen?.name}
        typed={typed}
        renaming={renaming}
        treeRef={tree}
        onType={setTyped}
        onChoose={choose}
        onAction={onAction}
        onRenamed={to => void onRenamed(to)}
      />
      {chosen && (
        <TagDetail
          key={chosen.name}
          tag={chosen}
          isColourOpen={isColourOpen}
          onColourOpenChange={setIsColourOpen}
          onAction={onAction}
        />
      )}
      {!chosen && (
        <section className={css('blank')} aria-label={t('tags.detail')}>
          {!hasTags && <NoTags onCreate={() => onAction('new')} />}
        </section>
      )}
      {asking && (
        <TagQuestions
          asking={asking}
          tags={tags}
          onAsk={setAsking}
          onCreated={show}
          onMerged={(name, to) => show(renamedTag(chosen?.name ?? name, name, to))}
          onDeleted={name => choose(lineAfterRemoval(lines, name))}
        />
      )}
    </div>
  )
}

function NoTags({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<Hash />}
      title={t('tags.emptyTitle')}
      actions={
        <>
          <Button icon={<Plus aria-hidden="true" />} onPress={onCreate}>
            {t('tags.newTag')}
          </Button>
          <Button onPress={() => navigate({ view: 'timeline' })}>{t('tags.emptyToTimeline')}</Button>
        </>
      }
    >
      {t('tags.emptyDetail', { key: COMMANDS.tag.keys[0].toUpperCase() })}
    </EmptyState>
  )
}
