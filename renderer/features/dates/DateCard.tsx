import { CalendarOff, RotateCcw } from 'lucide-react'
import { type RefObject, useContext, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './DateCard.module.css'
import { DateField } from './DateField.tsx'
import { DateMeaning, PublishedContext } from './DateMeaning.tsx'
import { readTyped } from './read-typed.ts'
import type { ReaderDate } from './reader-dates.ts'

const css = classNames(styles)

interface Props {
  /** The date of the text; only its words where they are none yet. */
  readonly date: ReaderDate
  readonly isNew: boolean
  readonly anchor: RefObject<Element | null>
  /** The date that is right, `null` for no date, undefined for as it is read. */
  readonly onCorrect: (edtf: Edtf | null | undefined) => void
  readonly onClose: () => void
}

/** A date of the text at its words: what it means, and what it is instead. */
export function DateCard({ date, isNew, anchor, onCorrect, onClose }: Props) {
  const { t } = useTranslation()
  const published = useContext(PublishedContext)
  const isCorrected = date.origin === 'user' && !isNew
  const [words, setWords] = useState<string>(isNew ? '' : date.edtf)
  const save = async () => {
    const edtf = await readTyped(words, published)
    if (edtf !== undefined && edtf !== date.edtf) onCorrect(edtf)
  }
  return (
    <Popover
      className={css('card')}
      triggerRef={anchor}
      placement="bottom start"
      offset={6}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <Dialog className={css('content')} aria-label={t('dates.title')}>
        <p className={css('meaning')}>
          {isNew ? t('dates.noneYet', { phrase: date.phrase }) : <DateMeaning date={date} />}
        </p>
        <form
          className={css('form')}
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          <DateField
            label={t('dates.right')}
            words={words}
            published={published}
            autoFocus
            onChange={setWords}
          />
          <Button type="submit" look="strong">
            {t('dates.save')}
          </Button>
        </form>
        <div className={css('buttons')}>
          {!isNew && !date.isNone && (
            <Button icon={<CalendarOff aria-hidden="true" />} onPress={() => onCorrect(null)}>
              {t('dates.isNone')}
            </Button>
          )}
          {isCorrected && (
            <Button look="quiet" icon={<RotateCcw aria-hidden="true" />} onPress={() => onCorrect(undefined)}>
              {t('dates.asRead')}
            </Button>
          )}
        </div>
      </Dialog>
    </Popover>
  )
}
