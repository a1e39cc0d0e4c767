import { CalendarSearch } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { runCommand, useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { LookMenu } from './LookMenu.tsx'
import { PictureDialog } from './picture/PictureDialog.tsx'
import { isWithin, withoutDays } from './strip/days.ts'
import styles from './TimelineTools.module.css'

const css = classNames(styles)

interface Props {
  /** The list on show. */
  readonly list: Filter
  /** What the strip counts. */
  readonly allDays: Filter
  /** What is on show, by name. */
  readonly scope: string
  /** Whether the list is ordered by a clock. */
  readonly isByDate: boolean
  /** Shows what is of other days than those chosen, too. */
  readonly onLeaveDays: () => void
}

/** Going to a date, and how the timeline is shown: buttons, their keys, and the dialogs that these open. */
export const TimelineTools = memo(function TimelineTools({
  list,
  allDays,
  scope,
  isByDate,
  onLeaveDays,
}: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'jump' | 'picture'>()
  useCommand('go-to-date', isByDate ? () => setOpen('jump') : undefined)
  useCommand('timeline-picture', () => setOpen('picture'))
  const close = () => setOpen(undefined)
  const { days } = list
  return (
    <span className={css('tools')}>
      {isByDate && (
        <IconButton
          size="small"
          label={t('timeline.jump')}
          keys={COMMANDS['go-to-date'].keys[0]}
          icon={<CalendarSearch />}
          onPress={() => runCommand('go-to-date')}
        />
      )}
      <LookMenu />
      {open === 'jump' && (
        <JumpDialog
          filter={withoutDays(list)}
          onJump={group => days && !isWithin(group, days) && onLeaveDays()}
          onClose={close}
        />
      )}
      {open === 'picture' && <PictureDialog filter={allDays} scope={scope} onClose={close} />}
    </span>
  )
})
