import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { HIGHLIGHT_COLOURS, type Highlight } from '../../../electron/core/model/highlight.ts'
import { classNames } from '../../ui/class-names.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import styles from './ColourButtons.module.css'

const css = classNames(styles)

interface Props {
  /** The colour that is on; undefined where none is yet. */
  readonly colour?: Highlight['colour'] | undefined
  readonly onChoose: (colour: Highlight['colour']) => void
}

/** The four colours of highlights. */
export function ColourButtons({ colour, onChoose }: Props) {
  const { t } = useTranslation()
  return HIGHLIGHT_COLOURS.map(each => (
    <Tooltip key={each} text={t(`highlights.colour.${each}`)}>
      <AriaButton
        className={css('colour', each === colour && 'on')}
        data-marker={each}
        aria-label={t(`highlights.colour.${each}`)}
        {...(colour === undefined ? {} : { 'aria-pressed': each === colour })}
        onPress={() => onChoose(each)}
      />
    </Tooltip>
  ))
}
