import { type FormEvent, type ReactNode, useState } from 'react'
import { TextField as AriaTextField, Label, TextArea } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '../../../electron/core/model/chronology.ts'
import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { useDraft } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DateField } from '../dates/DateField.tsx'
import { readTyped } from '../dates/read-typed.ts'
import styles from './EventDialog.module.css'

const css = classNames(styles)

interface Props {
  /** The event to edit; undefined adds one by hand. */
  readonly event: ListedEvent | undefined
  /** What an event that is added begins with, where it is taken from a text, and what relative dates are read against. */
  readonly draft?:
    | { readonly date: string; readonly words: string; readonly published: string | null }
    | undefined
  /** What stands above the date: where the event goes. */
  readonly children?: ReactNode
  /** What is said of an event that is added. */
  readonly note?: string | undefined
  /** The date and words where they are the user's own; undefined is what is reported. */
  readonly onSave: (own: { readonly date: Edtf | undefined; readonly words: string | undefined }) => void
  readonly onClose: () => void
}

/** The date and the words of an event, typed. What is left as it is reported stays what is reported. */
export function EventDialog({ event, draft, children, note, onSave, onClose }: Props) {
  const { t } = useTranslation()
  const [date, setDate] = useState<string>(event?.date ?? draft?.date ?? '')
  const typed = useDraft(`event ${event?.key ?? draft?.words ?? ''}`, event?.words ?? draft?.words ?? '')
  const words = typed.text
  const [isMissing, setMissing] = useState(false)
  const published = event?.reports[0]?.published ?? draft?.published ?? null
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault()
    const edtf = await readTyped(date, published)
    if (edtf === undefined || words.trim() === '') {
      setMissing(true)
      return
    }
    typed.discard()
    const isOwnDate = event === undefined || event.hasOwnDate || edtf !== event.date
    const isOwnWords = event === undefined || event.hasOwnWords || words.trim() !== event.words
    onSave({ date: isOwnDate ? edtf : undefined, words: isOwnWords ? words.trim() : undefined })
  }
  const giveUp = () => {
    typed.discard()
    onClose()
  }
  const hasOwn = event !== undefined && event.reported > 0 && (event.hasOwnDate || event.hasOwnWords)
  return (
    <Dialog
      isOpen
      title={t(event ? 'chronology.editTitle' : 'chronology.addTitle')}
      onClose={giveUp}
      actions={
        <>
          {hasOwn && (
            <Button look="quiet" onPress={() => onSave({ date: undefined, words: undefined })}>
              {t('chronology.asReported')}
            </Button>
          )}
          <Button onPress={giveUp}>{t('common.cancel')}</Button>
          <Button look="strong" type="submit" form="event">
            {t(event ? 'chronology.save' : 'chronology.add')}
          </Button>
        </>
      }
    >
      <form id="event" className={css('form')} onSubmit={submitted => void submit(submitted)}>
        {children}
        <DateField
          label={t('chronology.date')}
          words={date}
          published={published}
          autoFocus
          onChange={setDate}
        />
        <AriaTextField value={words} onChange={typed.write} maxLength={2000} className={css('field')}>
          <Label className={css('label')}>{t('chronology.words')}</Label>
          <TextArea className={css('text')} rows={5} />
        </AriaTextField>
        {event === undefined && <p className={css('note')}>{note ?? t('chronology.addNote')}</p>}
        {isMissing && (
          <p className={css('missing')} role="alert">
            {t('chronology.missing')}
          </p>
        )}
      </form>
    </Dialog>
  )
}
