import { ClipboardPaste } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { requestPaste } from './request-paste.ts'

/** Clips what is on the clipboard. */
export function PasteButton() {
  const { t } = useTranslation()
  return (
    <Button
      look="strong"
      icon={<ClipboardPaste aria-hidden="true" />}
      keys="Mod+V"
      onPress={() => void requestPaste()}
    >
      {t('clip.paste')}
    </Button>
  )
}
