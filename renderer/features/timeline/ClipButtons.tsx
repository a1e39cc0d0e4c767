import { FolderOpen } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { PasteButton } from '../clip/PasteButton.tsx'
import styles from './TimelinePane.module.css'

const css = classNames(styles)

/** What brings something new into the library. */
export const ClipButtons = memo(function ClipButtons() {
  const { t } = useTranslation()
  return (
    <>
      <IconButton
        label={t('clip.open')}
        keys={COMMANDS['open-files'].keys[0]}
        icon={<FolderOpen />}
        onPress={() => runCommand('open-files')}
      />
      <span className={css('paste')}>
        <PasteButton />
      </span>
    </>
  )
})
