import { ClipboardPaste, FolderOpen } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { requestPaste } from '../clip/request-paste.ts'
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
        <Button
          look="strong"
          icon={<ClipboardPaste aria-hidden="true" />}
          keys="Mod+V"
          onPress={() => void requestPaste()}
        >
          {t('clip.paste')}
        </Button>
      </span>
    </>
  )
})
