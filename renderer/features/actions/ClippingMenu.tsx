import {
  AppWindow,
  FolderPlus,
  Hash,
  ListChecks,
  MailOpen,
  Printer,
  ScanText,
  Share,
  Signature,
  Star,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { ContextMenu, MenuItem, MenuLine } from '../../ui/Menu.tsx'

interface Props {
  readonly at: { readonly x: number; readonly y: number }
  readonly isTrash: boolean
  readonly onClose: () => void
}

/** What can be done with the selected clippings, at the pointer. */
export function ClippingMenu({ at, isTrash, onClose }: Props) {
  const { t } = useTranslation()
  const item = (
    command:
      | 'open-window'
      | 'star'
      | 'read'
      | 'tag'
      | 'collect'
      | 'edit-fields'
      | 'copy-citation'
      | 'export-selection'
      | 'print',
    icon: ReactNode,
  ) => (
    <MenuItem icon={icon} keys={COMMANDS[command].keys[0]} onAction={() => void runCommand(command)}>
      {t(`commands.names.${command}`)}
    </MenuItem>
  )
  return (
    <ContextMenu at={at} label={t('reader.toolbar')} onClose={onClose}>
      {item('open-window', <AppWindow />)}
      <MenuLine />
      {item('star', <Star />)}
      {item('read', <MailOpen />)}
      {item('tag', <Hash />)}
      {item('collect', <FolderPlus />)}
      {item('edit-fields', <ListChecks />)}
      {item('copy-citation', <Signature />)}
      {item('export-selection', <Share />)}
      {item('print', <Printer />)}
      <MenuItem icon={<ScanText />} onAction={() => void runCommand('reread')}>
        {t('rereading.menu')}
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={<Trash2 />}
        look={isTrash ? 'plain' : 'danger'}
        keys={COMMANDS.trash.keys[0]}
        onAction={() => void runCommand('trash')}
      >
        {t(isTrash ? 'reader.untrash' : 'reader.trash')}
      </MenuItem>
    </ContextMenu>
  )
}
