import { Hash, Plus, SearchX } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { COMMANDS } from '../../commands/table.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { navigate, navigateSoon, showFilter, useRoute } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { foldedTags, setFolded } from './folded-tags.ts'
import { RenameField } from './RenameField.tsx'
import { TagDetail } from './TagDetail.tsx'
import { type Asking, TagQuestions } from './TagQuestions.tsx'
import styles from './TagsView.module.css'
import { TagTree } from './TagTree.tsx'
import { filterTags, lineAfterRemoval, tagLines } from './tag-lines.ts'
import { planRename, renamedTag } from './tag-plans.ts'
import { keyOfAction, type TreeAction } from './tree-keys.ts'

const css = classNames(styles)

const NOTHING_FOLDED: ReadonlySet<string> = new Set()
const SHOWN_KEYS = {
  new: 'keyNew',
  rename: 'keyRename',
  colour: 'keyColour',
  merge: 'keyMerge',
  delete: 'keyDelete',
} as const

/** Goes up through the levels and opens those that are folded, so that the tag can be seen. */
function reveal(name: string): void {
  const levels = name.split('/')
  for (let end = 1; end < levels.length; end += 1) setFolded(levels.slice(0, end).join('/'), false)
}

/** All tags: the tree on the left, the chosen tag and its clippings on the right. */
export function TagsView() {
  const { t, i18n } = useTranslation()
  const route = useRoute()
  const { data: overview, error } = useRequest('library:overview', {}, { keepPrevious: true })
  const [typed, setTyped] = useState('')
  const [renaming, setRenaming] = useState<{ readonly name: string; readonly typed: string }>()
  const [asking, setAsking] = useState<Asking>()
  const [isColourOpen, setIsColourOpen] = useState(false)
  const allFolded = useStore(foldedTags)
  const tree = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const rename = useChange('tag:rename')

  const tags = useMemo(() => overview?.tags ?? [], [overview])
  const names = useMemo(() => tags.map(({ name }) => name), [tags])
  const folded = typed.trim() === '' ? allFolded : NOTHING_FOLDED
  const lines = useMemo(
    () =>
      tagLines(filterTags(tags, typed), folded, new Intl.Collator(i18n.language, { numeric: true }).compare),
    [tags, typed, folded, i18n.language],
  )
  const chosenLine = lines.find(({ tag }) => tag.name === route.tag) ?? lines[0]
  const chosen = chosenLine?.tag

  const hasTags = tags.length > 0
  useEffect(() => {
    if (hasTags) tree.current?.focus()
  }, [hasTags])

  const choose = (name: string | undefined) => navigateSoon({ tag: name })
  const keepName = async (to: string) => {
    if (!renaming) return
    const { name } = renaming
    const plan = planRename(names, name, to)
    setRenaming(undefined)
    tree.current?.focus()
    if (plan.kind === 'merge') setAsking({ kind: 'merge', name, to: plan.to })
    if (plan.kind === 'rename' && (await rename.run({ name, to: plan.to }))) {
      reveal(plan.to)
      choose(plan.to)
    }
  }
  const onAction = (action: TreeAction) => {
    if (action === 'new') setAsking({ kind: 'create' })
    if (!chosen) return
    const { name } = chosen
    if (action === 'newChild') setAsking({ kind: 'create', below: name })
    if (action === 'rename') setRenaming({ name, typed: name })
    if (action === 'colour') setIsColourOpen(true)
    if (action === 'merge') setAsking({ kind: 'pick', name })
    if (action === 'delete') setAsking({ kind: 'delete', name })
    if (action === 'open') showFilter({ ...DEFAULT_FILTER, shelf: 'all', tag: name })
  }
  const renamePlan = renaming && planRename(names, renaming.name, renaming.typed)

  if (error) return <EmptyState title={t('tags.readFailed')} />
  if (!overview) return null
  return (
    <div className={css('view')}>
      <section className={css('pane')} aria-label={t('tags.pane')}>
        <h1 className="visually-hidden">{t('tags.title')}</h1>
        <div className={css('bar')}>
          <div className={css('filter')}>
            <TextField
              type="search"
              label={t('tags.filter')}
              hideLabel
              placeholder={t('tags.filterPlaceholder')}
              value={typed}
              onChange={setTyped}
              onKeyDown={event => {
                if (event.key === 'ArrowDown') tree.current?.focus()
                if (event.key === 'Escape' && typed !== '') setTyped('')
                else event.continuePropagation()
              }}
            />
          </div>
          <IconButton
            label={t('tags.newTag')}
            keys={keyOfAction('new')}
            icon={<Plus />}
            onPress={() => onAction('new')}
          />
        </div>
        {hasTags && (
          <div className={css('columns')} aria-hidden="true">
            <span className={css('all')}>{t('tags.count', { count: tags.length })}</span>
            <span>{t('tags.own')}</span>
            <span>{t('tags.total')}</span>
          </div>
        )}
        {lines.length > 0 && (
          <TagTree
            lines={lines}
            folded={folded}
            chosen={chosen?.name}
            treeRef={tree}
            onChoose={choose}
            onAction={onAction}
            renaming={
              renaming && {
                name: renaming.name,
                field: (
                  <RenameField
                    name={renaming.name}
                    isInvalid={renamePlan?.kind === 'invalid'}
                    describedBy={hintId}
                    onChange={now => setRenaming({ name: renaming.name, typed: now })}
                    onKeep={now => void keepName(now)}
                    onLeave={() => {
                      setRenaming(undefined)
                      tree.current?.focus()
                    }}
                  />
                ),
              }
            }
          />
        )}
        {hasTags && lines.length === 0 && (
          <EmptyState icon={<SearchX />} title={t('tags.noMatchTitle')}>
            {t('tags.noMatchDetail')}
          </EmptyState>
        )}
        {renaming ? (
          <p className={css('foot')} id={hintId}>
            {t(renamePlan?.kind === 'invalid' ? 'tags.invalidName' : 'tags.renameHint')}
          </p>
        ) : (
          <KeyLine isShown={hasTags} />
        )}
      </section>
      {chosen ? (
        <TagDetail
          key={chosen.name}
          tag={chosen}
          isColourOpen={isColourOpen}
          onColourOpenChange={setIsColourOpen}
          onAction={onAction}
        />
      ) : (
        <section className={css('blank')} aria-label={t('tags.detail')}>
          {!hasTags && (
            <EmptyState
              icon={<Hash />}
              title={t('tags.emptyTitle')}
              actions={
                <>
                  <Button icon={<Plus aria-hidden="true" />} onPress={() => onAction('new')}>
                    {t('tags.newTag')}
                  </Button>
                  <Button onPress={() => navigate({ view: 'timeline' })}>{t('tags.emptyToTimeline')}</Button>
                </>
              }
            >
              {t('tags.emptyDetail', { key: COMMANDS.tag.keys[0].toUpperCase() })}
            </EmptyState>
          )}
        </section>
      )}
      {asking && (
        <TagQuestions
          asking={asking}
          tags={tags}
          onAsk={setAsking}
          onCreated={name => {
            reveal(name)
            choose(name)
          }}
          onMerged={(name, to) => choose(renamedTag(chosen?.name ?? name, name, to))}
          onDeleted={name => choose(lineAfterRemoval(lines, name))}
        />
      )}
    </div>
  )
}

/** The keys of the tree, for those who have not met them. */
function KeyLine({ isShown }: { readonly isShown: boolean }) {
  const { t } = useTranslation()
  if (!isShown) return null
  return (
    <ul className={css('foot')} aria-label={t('tags.keys')}>
      {(Object.keys(SHOWN_KEYS) as (keyof typeof SHOWN_KEYS)[]).map(action => (
        <li key={action}>
          <Kbd keys={keyOfAction(action)} look="boxed" /> {t(`tags.${SHOWN_KEYS[action]}`)}
        </li>
      ))}
    </ul>
  )
}
