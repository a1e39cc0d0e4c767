import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { createStore, useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import styles from './Sidebar.module.css'
import { SidebarItem } from './SidebarItem.tsx'
import { tagTree } from './tag-tree.ts'

const css = classNames(styles)

/** Tags whose branches are folded away, until the window closes. */
const foldedTags = createStore<ReadonlySet<string>>(new Set())

function toggleFold(name: string): void {
  const next = new Set(foldedTags.get())
  if (!next.delete(name)) next.add(name)
  foldedTags.set(next)
}

interface Props {
  readonly tags: Overview['tags']
  readonly onFollow?: (() => void) | undefined
}

/** The tree of tags with their colours and counts. */
export function TagSection({ tags, onFollow }: Props) {
  const { t, i18n } = useTranslation()
  const route = useSettledRoute()
  const folded = useStore(foldedTags)
  const collator = new Intl.Collator(i18n.language, { numeric: true })
  return (
    <section aria-label={t('shell.tags')}>
      <h2 className={css('heading')}>{t('shell.tags')}</h2>
      {tags.length === 0 && <p className={css('none')}>{t('shell.noTags')}</p>}
      <ul className={css('group')}>
        {tagTree(tags, folded, collator.compare).map(({ tag, label, depth, hasBranches }) => {
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
    </section>
  )
}
