import { useTranslation } from 'react-i18next'
import { BOOK_PARTS, type BookPart, hasMarginNotes } from '../../../electron/core/model/book-layout.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { CheckboxList } from '../../ui/CheckboxList.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { StyleChoice } from '../citations/StyleChoice.tsx'
import { choose } from './export-choices.ts'

interface Props {
  readonly book: ExportRequest['book']
  /** Whether what is exported has a chronology of its own, as a collection has. */
  readonly hasChronology: boolean
}

/** How a book is laid out, and what it has beside its articles. */
export function BookChoices({ book, hasChronology }: Props) {
  const { t } = useTranslation()
  const isOffered = (part: BookPart) => hasChronology || part !== 'chronology'
  return (
    <>
      <RadioGroup
        label={t('exporting.columns')}
        direction="row"
        choices={(['single', 'double'] as const).map(value => ({
          value,
          label: t(`exporting.columnsOf.${value}`),
        }))}
        value={book.columns === 1 ? 'single' : 'double'}
        onChange={columns => choose({ book: { ...book, columns: columns === 'single' ? 1 : 2 } })}
      />
      <RadioGroup
        label={t('exporting.notes')}
        direction="row"
        choices={(['after', 'margin'] as const).map(value => ({
          value,
          label: t(`exporting.notesOf.${value}`),
          isDisabled: value === 'margin' && book.columns === 2,
        }))}
        value={hasMarginNotes(book) ? 'margin' : 'after'}
        onChange={notes => choose({ book: { ...book, notes } })}
        hint={book.columns === 2 ? t('exporting.noMargin') : undefined}
      />
      <CheckboxList
        label={t('exporting.parts')}
        choices={BOOK_PARTS.filter(isOffered).map(value => ({
          value,
          content: t(`exporting.partsOf.${value}`),
        }))}
        chosen={book.parts}
        onChange={chosen => {
          // What is not offered stays as it was.
          const isKept = (part: BookPart) => (isOffered(part) ? chosen : book.parts).includes(part)
          choose({ book: { ...book, parts: BOOK_PARTS.filter(isKept) } })
        }}
      />
      {book.parts.includes('citations') && <StyleChoice />}
    </>
  )
}
