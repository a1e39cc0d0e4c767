import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { createStore, useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { menuPlace } from '../../ui/Menu.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { TagMenu } from '../tags/TagMenu.tsx'
import { actOnTag } from '../tags/tag-actions.ts'
import styles from './Sidebar.module.css'
import { SidebarItem } from './SidebarItem.tsx'
import { mostUsed, tagTree } from './tag-tree.ts'

const css = classNames(styles)

/** Tags whose branches are folded away, until the window closes. */
const foldedTags = createStore<ReadonlySet<string>>(new Set())

function toggleFold(name: string): void {
  const next = new Set(foldedTags.get())
  if (!next.delete(name)) next.add(name)
  foldedTags.set(next)
}

type Tag = Overview['tags'][number]

/** More than these nobody looks through: the view of tags has all of them. */
const MOST_SHOWN = 300

interface Props {
  readonly tags: Overview['tags']
  readonly onFollow?: (() => void) | undefined
}

/** The tree of tags with their colours and counts. */
export function TagSection({ tags, onFollow }: Props) {
  const { t, i18n } = useTranslation()
  const route = useSettledRoute()
  const folded = useStore(foldedTags)
  const [menu, setMenu] = useState<{ readonly tag: Tag; readonly at: { x: number; y: number } }>()
  const mark = useChange('clipping:mark')
  const lines = useMemo(() => {
    const { compare } = new Intl.Collator(i18n.language, { numeric: true })
    return tagTree(mostUsed(tags, MOST_SHOWN), folded, compare)
  }, [tags, folded, i18n.language])
  const onKeyDown = (name: string) => (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    if (event.key === 'F2') actOnTag('rename', name)
    else if (event.key === 'Delete') actOnTag('delete', name)
    else return
    event.preventDefault()
  }
  return (
    <section aria-label={t('shell.tags')}>
      <h2 className={css('heading')}>{t('shell.tags')}</h2>
      {tags.length === 0 && <p className={css('none')}>{t('shell.noTags')}</p>}
      <ul className={css('group')}>
        {lines.map(({ tag, label, depth, hasBranches }) => {
          const isFolded = folded.has(tag.name)
          const filter: Filter = { shelf: 'all', tag: tag.name, query: '', clock: route.filter.clock }
          return (
            <SidebarItem
              key={tag.name}
              href={formatRoute({ ...DEFAULT_ROUTE, filter })}
              spark={filter}
              icon={<TagDot colour={tag.colour} />}
              isCurrent={route.view === 'timeline' && route.filter.tag === tag.name}
              count={tag.total}
              depth={depth}
              onFollow={onFollow}
              onContextMenu={event => {
                event.preventDefault()
                setMenu({ tag, at: menuPlace(event, event.currentTarget) })
              }}
              onKeyDown={onKeyDown(tag.name)}
              onDropClippings={ids =>
                void mark.run({ ids: [...ids], mark: { mark: 'tag', tag: tag.name, on: true } })
              }
              beside={
                hasBranches && (
                  <IconButton
                    size="small"
                    label={t(isFolded ? 'shell.expand' : 'shell.collapse', { name: label })}
                    icon={isFolded ? <ChevronRight /> : <ChevronDown />}
                    onPress={() => toggleFold(tag.name)}
                  />
                )
              }
            >
              {label}
            </SidebarItem>
          )
        })}
      </ul>
      {tags.length > MOST_SHOWN && (
        <a
          className={css('none')}
          data-nav-item=""
          href={formatRoute({ ...route, view: 'tags', pane: 'list' })}
        >
          {t('shell.allTags', { count: tags.length })}
        </a>
      )}
      {menu && (
        <TagMenu
          tag={menu.tag}
          at={menu.at}
          hasKeys={false}
          onAction={action => actOnTag(action, menu.tag.name)}
          onClose={() => setMenu(undefined)}
        />
      )}
    </section>
  )
}
