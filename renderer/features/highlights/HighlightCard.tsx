import { Quote, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'
import { TextField as AriaTextField, Dialog, Label, Popover, TextArea } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Highlight } from '../../../electron/core/model/highlight.ts'
import { useDraft } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ColourButtons } from './ColourButtons.tsx'
import styles from './HighlightCard.module.css'

const css = classNames(styles)

interface Props {
  readonly highlight: Highlight
  /** The words in the text, or the line that stands for words that are gone. */
  readonly anchor: RefObject<Element | null>
  readonly onChange: (change: { colour?: Highlight['colour']; note?: string }) => void
  readonly onCopy: () => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** A highlight's colour and note, at its words. The note is kept when the field or the card is left. */
export function HighlightCard({ highlight, anchor, onChange, onCopy, onRemove, onClose }: Props) {
  const { t } = useTranslation()
  const { text: note, write, discard } = useDraft(`note ${highlight.id}`, highlight.note ?? '')
  const keep = () => {
    if (note.trim() !== (highlight.note ?? '')) onChange({ note })
    discard()
  }
  return (
    <Popover
      className={css('card')}
      triggerRef={anchor}
      placement="bottom start"
      offset={6}
      isOpen
      onOpenChange={isOpen => {
        if (isOpen) return
        keep()
        onClose()
      }}
    >
      <Dialog className={css('content')} aria-label={t('highlights.title')}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of its own look */}
        <div className={css('colours')} role="group" aria-label={t('highlights.colours')}>
          <ColourButtons colour={highlight.colour} onChoose={colour => onChange({ colour })} />
        </div>
        <AriaTextField autoFocus value={note} onChange={write} className={css('note')}>
          <Label className={css('label')}>{t('highlights.note')}</Label>
          <TextArea className={css('text')} rows={3} maxLength={10_000} onBlur={keep} />
        </AriaTextField>
        <div className={css('buttons')}>
          <Button icon={<Quote aria-hidden="true" />} onPress={onCopy}>
            {t('highlights.copyQuote')}
          </Button>
          <Button look="quiet" icon={<Trash2 aria-hidden="true" />} onPress={onRemove}>
            {t('highlights.remove')}
          </Button>
        </div>
      </Dialog>
    </Popover>
  )
}
