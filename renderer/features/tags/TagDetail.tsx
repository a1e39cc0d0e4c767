import {
  CornerDownRight,
  Ellipsis,
  FolderTree,
  GitMerge,
  Newspaper,
  Pencil,
  Share,
  Trash2,
} from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { TAG_COLOURS } from '../../../electron/core/model/tag.ts'
import { useChange } from '../../api/use-change.ts'
import { showFilter } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { openExport } from '../export/open-export.ts'
import { termOf, withTerm } from '../search/terms-in-query.ts'
import { today } from '../search/today.ts'
import { GoesWith } from './GoesWith.tsx'
import styles from './TagDetail.module.css'
import { TaggedClippings } from './TaggedClippings.tsx'
import type { TreeAction } from './tree-keys.ts'
import { keyOfAction } from './tree-keys.ts'

const css = classNames(styles)

interface Props {
  readonly tag: Overview['tags'][number]
  readonly isColourOpen: boolean
  readonly onColourOpenChange: (isOpen: boolean) => void
  readonly onAction: (action: TreeAction) => void
}

/** The chosen tag: what can be done with it, and the clippings that have it. */
export function TagDetail({ tag, isColourOpen, onColourOpenChange, onAction }: Props) {
  const { t } = useTranslation()
  const colour = useChange('tag:colour')
  const levels = tag.name.split('/')
  const [narrowed, setNarrowed] = useState<readonly string[]>([])
  const filter = useMemo<Filter>(() => {
    const names = t('search.fields', { returnObjects: true })
    const query = narrowed.reduce((asked, other) => {
      const term = termOf('tag', other, 'published')
      return term ? withTerm(asked, term, today(), names) : asked
    }, '')
    return { shelf: 'all', tag: tag.name, query, clock: 'published' }
  }, [tag.name, narrowed, t])
  return (
    <section className={css('detail')} aria-label={t('tags.detail')}>
      <div className={css('bar')} role="toolbar" aria-label={t('tags.actions')}>
        <ChoiceMenu
          label={t('tags.colour')}
          isOpen={isColourOpen}
          onOpenChange={onColourOpenChange}
          choices={TAG_COLOURS.map(value => ({
            value,
            name: t(`tags.colours.${value}`),
            icon: <TagDot colour={value} />,
          }))}
          value={tag.colour}
          onChoose={value => void colour.run({ name: tag.name, colour: value })}
          trigger={
            <Button
              icon={<TagDot colour={tag.colour} />}
              aria-label={t('tags.colourOf', { colour: t(`tags.colours.${tag.colour}`) })}
            >
              {t(`tags.colours.${tag.colour}`)}
            </Button>
          }
        />
        <Button icon={<Pencil aria-hidden="true" />} onPress={() => onAction('rename')}>
          {t('tags.rename')}
        </Button>
        <Button icon={<GitMerge aria-hidden="true" />} onPress={() => onAction('merge')}>
          {t('tags.merge')}
        </Button>
        <Button icon={<CornerDownRight aria-hidden="true" />} onPress={() => onAction('move')}>
          {t('tags.move')}
        </Button>
        <Menu label={t('tags.more')} trigger={<IconButton label={t('tags.more')} icon={<Ellipsis />} />}>
          <MenuItem
            icon={<FolderTree />}
            keys={keyOfAction('newChild')}
            onAction={() => onAction('newChild')}
          >
            {t('tags.newChild')}
          </MenuItem>
          <MenuItem icon={<Share />} onAction={() => openExport({ kind: 'tag', name: tag.name })}>
            {t('tags.export')}
          </MenuItem>
          <MenuLine />
          <MenuItem
            icon={<Trash2 />}
            look="danger"
            keys={keyOfAction('delete')}
            onAction={() => onAction('delete')}
          >
            {t('common.delete')}
          </MenuItem>
        </Menu>
      </div>
      <header className={css('head')}>
        <h2 className={css('name')}>
          {levels.length > 1 && (
            <span className={css('above')}>{`${levels.slice(0, -1).join(' / ')} / `}</span>
          )}
          {levels.at(-1)}
        </h2>
        <p className={css('facts')}>
          <span>{t('tags.ownCount', { count: tag.own })}</span>
          {tag.total !== tag.own && <span>{t('tags.totalCount', { count: tag.total })}</span>}
          {tag.total > 0 && (
            <Button look="quiet" icon={<Newspaper aria-hidden="true" />} onPress={() => showFilter(filter)}>
              {t('tags.openTimeline')}
            </Button>
          )}
        </p>
      </header>
      <GoesWith name={tag.name} filter={filter} narrowed={narrowed} onNarrow={setNarrowed} />
      <TaggedClippings filter={filter} />
    </section>
  )
}
