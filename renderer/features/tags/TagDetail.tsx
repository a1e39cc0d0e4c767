import { Ellipsis, FolderTree, GitMerge, Newspaper, Pencil, Share, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { TAG_COLOURS } from '../../../electron/core/model/tag.ts'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { openExport } from '../export/open-export.ts'
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
  const filter = useMemo<Filter>(
    () => ({ shelf: 'all', tag: tag.name, query: '', clock: 'published' }),
    [tag.name],
  )
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
            <Button look="quiet" icon={<Newspaper aria-hidden="true" />} onPress={() => onAction('open')}>
              {t('tags.openTimeline')}
            </Button>
          )}
        </p>
      </header>
      <TaggedClippings filter={filter} />
    </section>
  )
}
