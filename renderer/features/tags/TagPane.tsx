import { Plus, SearchCheck, SearchX, Trash2 } from 'lucide-react'
import { type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { LookAlikes } from './LookAlikes.tsx'
import { RenameField } from './RenameField.tsx'
import { type Shown, ShowSwitch } from './ShowSwitch.tsx'
import styles from './TagPane.module.css'
import { TagTree } from './TagTree.tsx'
import type { TagLine } from './tag-lines.ts'
import { planRename } from './tag-plans.ts'
import { keyOfAction, type TreeAction } from './tree-keys.ts'

const css = classNames(styles)

/** The keys that are shown below the tree, with the word for each. */
const SHOWN_KEYS = [
  ['new', 'tags.keyNew'],
  ['rename', 'tags.keyRename'],
  ['colour', 'tags.keyColour'],
  ['move', 'tags.keyMove'],
  ['merge', 'tags.keyMerge'],
  ['delete', 'tags.keyDelete'],
] as const

interface Props {
  readonly tags: Overview['tags']
  /** Which of them are on show, and those that no clipping has. */
  readonly shown: Shown
  readonly unused: readonly string[]
  readonly onShow: (shown: Shown) => void
  /** Every tag of the library, shown or not. */
  readonly names: readonly string[]
  readonly lines: readonly TagLine[]
  readonly folded: ReadonlySet<string>
  readonly chosen: string | undefined
  /** What the tree is filtered by. */
  readonly typed: string
  /** The tag whose name is being typed. */
  readonly renaming: string | undefined
  readonly treeRef: RefObject<HTMLDivElement | null>
  readonly onType: (typed: string) => void
  readonly onChoose: (name: string) => void
  readonly onAction: (action: TreeAction) => void
  readonly onMenu: (name: string, at: { readonly x: number; readonly y: number }) => void
  /** Moves a tag below another; to the top where that is undefined. */
  readonly onMove: (name: string, below: string | undefined) => void
  /** The new name of the tag, or undefined where it stays as it was. */
  readonly onRenamed: (typed: string | undefined) => void
}

/** The left side: the filter, the tree, and below it what the keys do. */
export function TagPane({ names, lines, treeRef, renaming, typed, onRenamed, ...rest }: Props) {
  const { t } = useTranslation()
  const hintId = useId()
  const [draft, setDraft] = useState<string>()
  const isInvalid =
    renaming !== undefined && planRename(names, renaming, draft ?? renaming).kind === 'invalid'
  const settle = (to: string | undefined) => {
    setDraft(undefined)
    onRenamed(to)
  }
  const hasTags = names.length > 0
  const { shown, unused } = rest
  const removeUnused = useChange('tag:delete-unused')
  return (
    <section className={css('pane')} aria-label={t('tags.pane')}>
      <div className={css('bar')}>
        <div className={css('filter')}>
          <TextField
            type="search"
            label={t('tags.filter')}
            hideLabel
            placeholder={t('tags.filterPlaceholder')}
            value={typed}
            onChange={rest.onType}
            onKeyDown={event => {
              if (event.key === 'ArrowDown') treeRef.current?.focus()
              if (event.key === 'Escape' && typed !== '') rest.onType('')
              else event.continuePropagation()
            }}
          />
        </div>
        <IconButton
          label={t('tags.newTag')}
          keys={keyOfAction('new')}
          icon={<Plus />}
          onPress={() => rest.onAction('new')}
        />
      </div>
      {hasTags && (
        <div className={css('show')}>
          <ShowSwitch
            shown={shown}
            counts={{ all: names.length, unused: unused.length }}
            onShow={rest.onShow}
          />
        </div>
      )}
      {shown === 'alike' && hasTags && <LookAlikes tags={rest.tags} />}
      {hasTags && shown !== 'alike' && (
        <div className={css('columns')} aria-hidden="true">
          <span className={css('all')} />
          <span>{t('tags.own')}</span>
          <span>{t('tags.total')}</span>
        </div>
      )}
      {lines.length > 0 && shown !== 'alike' && (
        <TagTree
          lines={lines}
          folded={rest.folded}
          chosen={rest.chosen}
          treeRef={treeRef}
          onChoose={rest.onChoose}
          onAction={rest.onAction}
          onMenu={rest.onMenu}
          onMove={rest.onMove}
          renaming={
            renaming === undefined
              ? undefined
              : {
                  name: renaming,
                  field: (
                    <RenameField
                      name={renaming}
                      isInvalid={isInvalid}
                      describedBy={hintId}
                      onChange={setDraft}
                      onKeep={settle}
                      onLeave={() => settle(undefined)}
                    />
                  ),
                }
          }
        />
      )}
      {shown === 'unused' && unused.length === 0 && hasTags && (
        <EmptyState icon={<SearchCheck />} title={t('tags.noUnusedTitle')}>
          {t('tags.noUnusedDetail')}
        </EmptyState>
      )}
      {hasTags && lines.length === 0 && shown !== 'alike' && (shown === 'all' || unused.length > 0) && (
        <EmptyState icon={<SearchX />} title={t('tags.noMatchTitle')}>
          {t('tags.noMatchDetail')}
        </EmptyState>
      )}
      {renaming !== undefined && (
        <p className={css('foot')} id={hintId}>
          {t(isInvalid ? 'tags.invalidName' : 'tags.renameHint')}
        </p>
      )}
      {shown === 'unused' && unused.length > 0 && (
        <p className={css('foot')}>
          <Button
            look="danger"
            icon={<Trash2 aria-hidden="true" />}
            onPress={() => void removeUnused.run({ names: [...unused] })}
          >
            {t('tags.deleteUnused', { count: unused.length })}
          </Button>
        </p>
      )}
      {renaming === undefined && hasTags && shown === 'all' && (
        <ul className={css('foot', 'keys')} aria-label={t('tags.keys')}>
          {SHOWN_KEYS.map(([action, words]) => (
            <li key={action}>
              <Kbd keys={keyOfAction(action)} look="boxed" /> {t(words)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
