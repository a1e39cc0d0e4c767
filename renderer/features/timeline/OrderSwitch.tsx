import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './ClockSwitch.module.css'

const css = classNames(styles)

const CLOCKS = ['published', 'clipped'] as const

interface Props {
  readonly clock: Filter['clock']
  readonly onChange: (clock: Filter['clock']) => void
}

/** Which of the two clocks orders and groups the list. */
export function ClockSwitch({ clock, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <ToggleButtonGroup
      className={css('switch')}
      aria-label={t('timeline.clock')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[clock]}
      onSelectionChange={([chosen]) => {
        const next = CLOCKS.find(candidate => candidate === chosen)
        if (next) onChange(next)
      }}
    >
      {CLOCKS.map(id => (
        <ToggleButton key={id} id={id} className={css('choice')}>
          {t(`timeline.${id}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
