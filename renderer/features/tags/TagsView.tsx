import { Hash, Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { navigate, useRoute } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { openExport } from '../export/open-export.ts'
import { tagFilter } from './folded-tags.ts'
import type { Shown } from './ShowSwitch.tsx'
import { TagDetail } from './TagDetail.tsx'
import { TagMenu } from './TagMenu.tsx'
import { TagPane } from './TagPane.tsx'
import styles from './TagsView.module.css'
import { actOnTag } from './tag-actions.ts'
import type { TreeAction } from './tree-keys.ts'
import { useRelocating } from './use-relocating.ts'
import { useTagLines } from './use-tag-lines.ts'

const css = classNames(styles)

/** All tags: the tree on the left, the chosen tag and its clippings on the right. */
export function TagsView() {
  const { t } = useTranslation()
  const { tag: tagInAddress } = useRoute()
  const { data: overview, error } = useRequest('library:overview', {}, { keepPrevious: true })
  const typed = useStore(tagFilter)
  const [renaming, setRenaming] = useState<string>()
  const [menu, setMenu] = useState<{ readonly name: string; readonly at: { x: number; y: number } }>()
  const [isColourOpen, setIsColourOpen] = useState(false)
  const tree = useRef<HTMLDivElement>(null)
  const relocating = useRelocating()

  const tags = useMemo(() => overview?.tags ?? [], [overview])
  const names = useMemo(() => tags.map(({ name }) => name), [tags])
  const [shown, setShown] = useState<Shown>('all')
  const unused = useMemo(() => tags.filter(({ total }) => total === 0).map(({ name }) => name), [tags])
  const listed = useMemo(
    () => (shown === 'unused' ? tags.filter(({ total }) => total === 0) : tags),
    [tags, shown],
  )
  const { lines, folded } = useTagLines(listed, typed)
  // The address follows at the pace that browsers allow; a key acts on what the one before it chose.
  const [chosenName, setChosenName] = useState(tagInAddress)
  useEffect(() => setChosenName(tagInAddress), [tagInAddress])
  const choose = (name: string | undefined) => {
    setChosenName(name)
    navigate({ tag: name }, 'replace')
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

  const onRenamed = (to: string | undefined) => {
    const name = renaming
    setRenaming(undefined)
    tree.current?.focus()
    if (name !== undefined && to !== undefined) void relocating.rename(name, to)
  }
  const act = (action: TreeAction, name: string | undefined) => {
    if (action === 'new') actOnTag(action, '')
    else if (name === undefined) return
    else if (action === 'rename') setRenaming(name)
    else if (action === 'colour') setIsColourOpen(true)
    else actOnTag(action, name)
  }
  const onAction = (action: TreeAction) => act(action, chosen?.name)
  const on = (action: TreeAction) => chosen && (() => onAction(action))
  useCommand('new-tag-below', on('newChild'))
  useCommand('rename-tag', on('rename'))
  useCommand('move-tag', on('move'))
  useCommand('merge-tag', on('merge'))
  useCommand('delete-tag', on('delete'))
  const menuTag = tags.find(({ name }) => name === menu?.name)

  if (error) return <EmptyState title={t('tags.readFailed')} />
  if (!overview) return null
  return (
    <div className={css('view')}>
      <h1 className="visually-hidden">{t('tags.title')}</h1>
      <TagPane
        tags={tags}
        shown={shown}
        unused={unused}
        onShow={setShown}
        names={names}
        lines={lines}
        folded={folded}
        chosen={chosen?.name}
        typed={typed}
        renaming={renaming}
        treeRef={tree}
        onType={tagFilter.set}
        onChoose={choose}
        onAction={onAction}
        onRenamed={onRenamed}
        onMenu={(name, at) => {
          choose(name)
          setMenu({ name, at })
        }}
        onMove={(name, below) => void relocating.move(name, below)}
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
      {menu && menuTag && (
        <TagMenu
          tag={menuTag}
          at={menu.at}
          hasKeys
          onAction={action => act(action, menu.name)}
          onClose={() => setMenu(undefined)}
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
