import { AArrowDown, AArrowUp, ALargeSmall } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../commands/registry.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceStrip } from '../../ui/ChoiceStrip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './ReadingSettings.module.css'
import {
  LEADINGS,
  PARAGRAPHS,
  reading,
  resetReading,
  SIZES,
  setReading,
  stepReading,
  WIDTHS,
} from './reading-settings.ts'

const css = classNames(styles)

/** How articles are set: a button in the reader's bar, and what it opens. It applies at once. */
export function ReadingSettings() {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  useCommand('reading-settings', () => setIsOpen(true))
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <IconButton label={t('reader.reading')} icon={<ALargeSmall />} />
      <Popover className={css('popover')} placement="bottom end" offset={4}>
        <Dialog className={css('content')} aria-label={t('reader.reading')}>
          <Choices />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const SWITCH = ['on', 'off'] as const

function Choices() {
  const { t } = useTranslation()
  const now = useStore(reading)
  const choices = <T extends string>(values: readonly T[], words: (value: T) => string) =>
    values.map(value => ({ value, label: words(value) }))
  const paragraphs = choices(PARAGRAPHS, value => t(`reader.paragraphs.${value}`))
  const switches = choices(SWITCH, value => t(`reader.switch.${value}`))
  const on = (isOn: boolean) => (isOn ? 'on' : 'off')
  return (
    <>
      <div className={css('row')}>
        <span className={css('title')}>{t('reader.size')}</span>
        <fieldset className={css('sizes')} aria-label={t('reader.size')}>
          <IconButton
            size="small"
            label={t('commands.names.smaller-text')}
            icon={<AArrowDown />}
            isDisabled={now.size === SIZES[0]}
            onPress={() => stepReading('size', -1)}
          />
          <output className={css('size')}>{t('reader.sizeIs', { size: now.size })}</output>
          <IconButton
            size="small"
            label={t('commands.names.larger-text')}
            icon={<AArrowUp />}
            isDisabled={now.size === SIZES.at(-1)}
            onPress={() => stepReading('size', 1)}
          />
        </fieldset>
      </div>
      <Row
        title={t('reader.width')}
        choices={choices(WIDTHS, value => t(`reader.widths.${value}`))}
        value={now.width}
        onChange={width => setReading({ width })}
      />
      <Row
        title={t('reader.leading')}
        choices={choices(LEADINGS, value => t(`reader.leadings.${value}`))}
        value={now.leading}
        onChange={leading => setReading({ leading })}
      />
      <Row
        title={t('reader.chinese')}
        choices={paragraphs}
        value={now.chinese}
        onChange={chinese => setReading({ chinese })}
      />
      <Row
        title={t('reader.english')}
        choices={paragraphs}
        value={now.english}
        onChange={english => setReading({ english })}
      />
      <Row
        title={t('reader.autospace')}
        choices={switches}
        value={on(now.autospace)}
        onChange={value => setReading({ autospace: value === 'on' })}
      />
      <Row
        title={t('reader.trim')}
        choices={switches}
        value={on(now.trim)}
        onChange={value => setReading({ trim: value === 'on' })}
      />
      <div className={css('foot')}>
        <Button onPress={resetReading}>{t('reader.resetReading')}</Button>
      </div>
    </>
  )
}

interface RowProps<T extends string> {
  readonly title: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

function Row<T extends string>({ title, ...strip }: RowProps<T>) {
  return (
    <div className={css('row')}>
      <span className={css('title')} aria-hidden="true">
        {title}
      </span>
      <ChoiceStrip size="small" label={title} {...strip} />
    </div>
  )
}
