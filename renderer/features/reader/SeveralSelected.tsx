import {
  ArrowLeft,
  CalendarRange,
  Columns2,
  FolderPlus,
  Hash,
  Layers,
  MailOpen,
  Share,
  Star,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { useRoute } from '../../routing/use-route.ts'
import { openList } from '../../shell/panes.ts'
import { selection } from '../../state/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { openChronologyOf } from '../chronology/chronology-scope.ts'

const ACTIONS = [
  ['star', <Star key="star" aria-hidden="true" />],
  ['tag', <Hash key="tag" aria-hidden="true" />],
  ['collect', <FolderPlus key="collect" aria-hidden="true" />],
  ['read', <MailOpen key="read" aria-hidden="true" />],
  ['export-selection', <Share key="export" aria-hidden="true" />],
  ['trash', <Trash2 key="trash" aria-hidden="true" />],
] as const satisfies readonly (readonly [string, ReactNode])[]

interface Props {
  readonly count: number
  /** Whether the list is not on screen, so that a way back to it is needed. */
  readonly hasBack: boolean
}

/** What stands in the reader while several clippings are selected: the actions that take all of them. */
export function SeveralSelected({ count, hasBack }: Props) {
  const { t } = useTranslation()
  const isTrash = useRoute().filter.shelf === 'trash'
  return (
    <EmptyState
      icon={<Layers />}
      title={t('reader.selected', { count })}
      actions={[
        ...(hasBack
          ? [
              <Button
                key="back"
                icon={<ArrowLeft aria-hidden="true" />}
                keys={COMMANDS.back.keys[0]}
                onPress={openList}
              >
                {t('common.back')}
              </Button>,
            ]
          : []),
        <Button
          key="chronology"
          icon={<CalendarRange aria-hidden="true" />}
          onPress={() => openChronologyOf(selection.get())}
        >
          {t('commands.names.view-chronology')}
        </Button>,
        ...(count === 2
          ? [
              <Button
                key="compare"
                icon={<Columns2 aria-hidden="true" />}
                keys={COMMANDS.compare.keys[0]}
                onPress={() => void runCommand('compare')}
              >
                {t('commands.names.compare')}
              </Button>,
            ]
          : []),
        ...ACTIONS.map(([command, icon]) => (
          <Button
            key={command}
            icon={icon}
            keys={COMMANDS[command].keys[0]}
            look={command === 'trash' && !isTrash ? 'danger' : 'plain'}
            onPress={() => void runCommand(command)}
          >
            {command === 'trash' && isTrash ? t('reader.untrash') : t(`commands.names.${command}`)}
          </Button>
        )),
      ]}
    >
      {t('reader.selectedDetail')}
    </EmptyState>
  )
}
