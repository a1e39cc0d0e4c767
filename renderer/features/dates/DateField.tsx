import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { useRequest } from '../../api/use-request.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { TextField } from '../../ui/TextField.tsx'

interface Props {
  readonly label: string
  readonly words: string
  /** What "17日" and "last week" are read against. */
  readonly published: Edtf | null
  readonly autoFocus?: boolean
  readonly onChange: (words: string) => void
}

/** A field for a date in words or as EDTF, which says below what it takes them for. */
export function DateField({ label, words, published, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  const isEmpty = words.trim() === ''
  const asked = { words: words.slice(0, 200), published }
  const { data } = useRequest('date:read', asked, { enabled: !isEmpty, keepPrevious: true })
  useEffect(() => {
    if (autoFocus) field.current?.select()
  }, [autoFocus])
  const edtf = data?.date?.edtf
  const hint = isEmpty
    ? t('dates.hint')
    : edtf === undefined
      ? t('dates.notRead')
      : t('dates.readAs', { date: formatDate(edtf, language, { weekday: true, time: true }) })
  return (
    <TextField
      label={label}
      value={words}
      inputRef={field}
      autoFocus={autoFocus}
      maxLength={200}
      hint={hint}
      onChange={onChange}
    />
  )
}
