import { CalendarPlus, Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Highlight } from '../../../electron/core/model/highlight.ts'
import { COMMANDS } from '../../commands/table.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ColourButtons } from './ColourButtons.tsx'
import styles from './HighlightBar.module.css'

const css = classNames(styles)

interface Props {
  /** Where it stands, in the article. */
  readonly place: { readonly left: number; readonly top: number }
  readonly onChoose: (colour: Highlight['colour']) => void
  readonly onCopy: () => void
  readonly onEvent: () => void
}

/** What can be done with the words that are selected, above them. */
export function HighlightBar({ place, onChoose, onCopy, onEvent }: Props) {
  const { t } = useTranslation()
  return (
    <div role="toolbar" aria-label={t('highlights.bar')} className={css('bar')} style={place}>
      <ColourButtons onChoose={onChoose} />
      <IconButton
        size="small"
        label={t('highlights.copyQuote')}
        keys={COMMANDS['copy-quote'].keys[0]}
        icon={<Quote />}
        onPress={onCopy}
      />
      <IconButton
        size="small"
        label={t('commands.names.passage-event')}
        keys={COMMANDS['passage-event'].keys[0]}
        icon={<CalendarPlus />}
        onPress={onEvent}
      />
    </div>
  )
}
