import { useTranslation } from 'react-i18next'
import { BOOK_PARTS } from '../../../electron/core/model/book-layout.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { CheckboxList } from '../../ui/CheckboxList.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { StyleChoice } from '../citations/StyleChoice.tsx'
import { choose } from './export-choices.ts'

/** How a book is laid out, and what it has beside its articles. */
export function BookChoices({ book }: { readonly book: ExportRequest['book'] }) {
  const { t } = useTranslation()
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
      <CheckboxList
        label={t('exporting.parts')}
        choices={BOOK_PARTS.map(value => ({ value, content: t(`exporting.partsOf.${value}`) }))}
        chosen={book.parts}
        onChange={chosen =>
          choose({ book: { ...book, parts: BOOK_PARTS.filter(part => chosen.includes(part)) } })
        }
      />
      {book.parts.includes('citations') && <StyleChoice />}
    </>
  )
}
