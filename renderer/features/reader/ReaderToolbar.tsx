import {
  ArchiveRestore,
  ArrowLeft,
  CalendarOff,
  CalendarRange,
  ChevronDown,
  ChevronUp,
  CircleCheck,
  Ellipsis,
  FileText,
  FolderPlus,
  Globe,
  Hash,
  History,
  ListChecks,
  MailOpen,
  ScanText,
  ScissorsLineDashed,
  Share,
  Signature,
  Star,
  TextQuote,
  TextSearch,
  Trash2,
  Waypoints,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { openList } from '../../shell/panes.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { datesShown } from '../dates/dates-shown.ts'
import { viewingVersions } from '../library/viewing-versions.ts'
import { rereading } from '../rereading/reading-again.ts'
import { MatchStepper } from './MatchStepper.tsx'
import styles from './ReaderToolbar.module.css'
import { ReadingSettings } from './ReadingSettings.tsx'
import type { MatchesOnShow } from './use-matches.ts'

const css = classNames(styles)

interface Props extends MatchesOnShow {
  readonly clipping: Clipping
  /** True where the list is not beside the reader, so that there has to be a way back to it. */
  readonly hasBack: boolean
}

/** What can be done with the open clipping. Words stand beside the icons where there is room. */
export function ReaderToolbar({ clipping, hasBack, matches, now }: Props) {
  const { t } = useTranslation()
  const worded = (command: 'tag' | 'collect' | 'export-selection', words: string, icon: ReactNode) => (
    <span className={css('worded')}>
      <Button icon={icon} keys={COMMANDS[command].keys[0]} onPress={() => void runCommand(command)}>
        {words}
      </Button>
    </span>
  )
  const areDatesShown = useStore(datesShown)
  const isTrashed = clipping.trashedAt !== undefined
  return (
    <div
      className={css('toolbar', matches.count > 0 && 'stepping')}
      role="toolbar"
      aria-label={t('reader.toolbar')}
    >
      {hasBack && (
        <IconButton
          label={t('common.back')}
          keys={COMMANDS.back.keys[0]}
          icon={<ArrowLeft />}
          onPress={openList}
        />
      )}
      <IconButton
        label={t('reader.previous')}
        keys={COMMANDS.previous.keys[0]}
        icon={<ChevronUp />}
        onPress={() => void runCommand('previous')}
      />
      <IconButton
        label={t('reader.next')}
        keys={COMMANDS.next.keys[0]}
        icon={<ChevronDown />}
        onPress={() => void runCommand('next')}
      />
      <MatchStepper matches={matches} now={now} />
      <span className={css('space')} />
      <IconButton
        label={t(clipping.starred ? 'reader.unstar' : 'reader.star')}
        keys={COMMANDS.star.keys[0]}
        icon={<Star />}
        isOn={clipping.starred}
        onPress={() => void runCommand('star')}
      />
      <IconButton
        label={t(clipping.readAt ? 'reader.markUnread' : 'reader.markRead')}
        keys={COMMANDS.read.keys[0]}
        icon={clipping.readAt ? <MailOpen /> : <CircleCheck />}
        onPress={() => void runCommand('read')}
      />
      {worded('tag', t('reader.tag'), <Hash aria-hidden="true" />)}
      {worded('collect', t('reader.collect'), <FolderPlus aria-hidden="true" />)}
      {worded('export-selection', t('reader.export'), <Share aria-hidden="true" />)}
      <ReadingSettings />
      <Menu label={t('reader.more')} trigger={<IconButton label={t('reader.more')} icon={<Ellipsis />} />}>
        <MenuItem
          icon={<ListChecks />}
          keys={COMMANDS['edit-fields'].keys[0]}
          onAction={() => void runCommand('edit-fields')}
        >
          {t('reader.checkFields')}
        </MenuItem>
        <MenuItem
          icon={<TextSearch />}
          keys={COMMANDS['find-in-article'].keys[0]}
          onAction={() => void runCommand('find-in-article')}
        >
          {t('reader.find')}
        </MenuItem>
        <MenuItem
          icon={<Globe />}
          keys={COMMANDS['show-page'].keys[0]}
          onAction={() => void runCommand('show-page')}
        >
          {t('originalPage.menu')}
        </MenuItem>
        <MenuItem
          icon={<FileText />}
          keys={COMMANDS['show-original'].keys[0]}
          onAction={() => void runCommand('show-original')}
        >
          {t('reader.viewOriginal')}
        </MenuItem>
        <MenuItem
          icon={<TextQuote />}
          keys={COMMANDS['show-quotes'].keys[0]}
          onAction={() => void runCommand('show-quotes')}
        >
          {t('quotes.menu')}
        </MenuItem>
        <MenuItem
          icon={<Signature />}
          keys={COMMANDS['copy-citation'].keys[0]}
          onAction={() => void runCommand('copy-citation')}
        >
          {t('citations.menu')}
        </MenuItem>
        <MenuItem
          icon={<Waypoints />}
          keys={COMMANDS['show-sources'].keys[0]}
          onAction={() => void runCommand('show-sources')}
        >
          {t('sourceChain.menu')}
        </MenuItem>
        <MenuItem
          icon={<ScissorsLineDashed />}
          keys={COMMANDS['show-set-aside'].keys[0]}
          onAction={() => void runCommand('show-set-aside')}
        >
          {t('reader.showSetAside')}
        </MenuItem>
        <MenuItem
          icon={areDatesShown ? <CalendarOff /> : <CalendarRange />}
          keys={COMMANDS['toggle-dates'].keys[0]}
          onAction={() => void runCommand('toggle-dates')}
        >
          {t(areDatesShown ? 'dates.hide' : 'dates.show')}
        </MenuItem>
        <MenuItem icon={<History />} onAction={() => viewingVersions.set(clipping.id)}>
          {t('backups.earlier')}
        </MenuItem>
        <MenuItem icon={<ScanText />} onAction={() => rereading.set({ ids: [clipping.id] })}>
          {t('rereading.menu')}
        </MenuItem>
        <MenuLine />
        <MenuItem
          icon={isTrashed ? <ArchiveRestore /> : <Trash2 />}
          look={isTrashed ? 'plain' : 'danger'}
          keys={COMMANDS.trash.keys[0]}
          onAction={() => void runCommand('trash')}
        >
          {t(isTrashed ? 'reader.untrash' : 'reader.trash')}
        </MenuItem>
      </Menu>
    </div>
  )
}
