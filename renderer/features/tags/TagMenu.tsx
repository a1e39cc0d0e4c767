import {
  CornerDownRight,
  FolderTree,
  GitMerge,
  Newspaper,
  Palette,
  Pencil,
  Share,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { TAG_COLOURS } from '../../../electron/core/model/tag.ts'
import { useChange } from '../../api/use-change.ts'
import { ContextMenu, MenuItem, MenuLine, Submenu } from '../../ui/Menu.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { openExport } from '../export/open-export.ts'
import { keyOfAction, type TreeAction } from './tree-keys.ts'

interface Props {
  readonly tag: Overview['tags'][number]
  readonly at: { readonly x: number; readonly y: number }
  /** False where the keys of the tree do not work. */
  readonly hasKeys: boolean
  readonly onAction: (action: Exclude<TreeAction, 'colour'>) => void
  readonly onClose: () => void
}

/** What can be done with a tag, at the pointer. */
export function TagMenu({ tag, at, hasKeys, onAction, onClose }: Props) {
  const { t } = useTranslation()
  const colour = useChange('tag:colour')
  const item = (action: Exclude<TreeAction, 'colour' | 'new'>, icon: React.ReactNode, words: string) => (
    <MenuItem
      icon={icon}
      {...(hasKeys ? { keys: keyOfAction(action) } : {})}
      onAction={() => onAction(action)}
    >
      {words}
    </MenuItem>
  )
  return (
    <ContextMenu at={at} label={t('tags.menu', { name: tag.name })} onClose={onClose}>
      {item('open', <Newspaper />, t('tags.openTimeline'))}
      {item('newChild', <FolderTree />, t('tags.newChild'))}
      {item('rename', <Pencil />, t('tags.renameMenu'))}
      {item('move', <CornerDownRight />, t('tags.move'))}
      {item('merge', <GitMerge />, t('tags.merge'))}
      <Submenu icon={<Palette />} label={t('tags.colour')}>
        {TAG_COLOURS.map(value => (
          <MenuItem
            key={value}
            icon={<TagDot colour={value} />}
            onAction={() => {
              // A menu beside another closes itself alone.
              onClose()
              void colour.run({ name: tag.name, colour: value })
            }}
          >
            {t(`tags.colours.${value}`)}
          </MenuItem>
        ))}
      </Submenu>
      <MenuItem icon={<Share />} onAction={() => openExport({ kind: 'tag', name: tag.name })}>
        {t('tags.export')}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<Trash2 />}
        look="danger"
        {...(hasKeys ? { keys: keyOfAction('delete') } : {})}
        onAction={() => onAction('delete')}
      >
        {t('common.delete')}
      </MenuItem>
    </ContextMenu>
  )
}
