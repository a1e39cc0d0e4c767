import { NotebookPen, Quote, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { HIGHLIGHT_COLOURS, type Highlight } from '../../../electron/core/model/highlight.ts'
import { classNames } from '../../ui/class-names.ts'
import { ContextMenu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import styles from './HighlightMenu.module.css'

const css = classNames(styles)

interface Props {
  readonly at: { readonly x: number; readonly y: number }
  readonly onColour: (colour: Highlight['colour']) => void
  readonly onNote: () => void
  readonly onCopy: () => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** What can be done with a highlight, at the pointer. */
export function HighlightMenu({ at, onColour, onNote, onCopy, onRemove, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <ContextMenu at={at} label={t('highlights.title')} onClose={onClose}>
      {HIGHLIGHT_COLOURS.map(colour => (
        <MenuItem
          key={colour}
          icon={<span className={css('swatch')} data-marker={colour} />}
          onAction={() => onColour(colour)}
        >
          {t(`highlights.colour.${colour}`)}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={<NotebookPen />} onAction={onNote}>
        {t('highlights.note')}
      </MenuItem>
      <MenuItem icon={<Quote />} onAction={onCopy}>
        {t('highlights.copyQuote')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Trash2 />} look="danger" onAction={onRemove}>
        {t('highlights.remove')}
      </MenuItem>
    </ContextMenu>
  )
}
