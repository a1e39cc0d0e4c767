import { Check } from 'lucide-react'
import { useState } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Rereading } from '../../../electron/ipc/contract.ts'
import { useRequest } from '../../api/use-request.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { DiffView } from '../reprints/DiffView.tsx'
import styles from './RereadingDialog.module.css'

const css = classNames(styles)

interface Props {
  readonly change: Rereading
  readonly isIncluded: boolean
  readonly onToggle: () => void
}

/** What reading one clipping again would change: its fields one by one, its text in numbers, and on demand in full. */
export function ChangeLine({ change, isIncluded, onToggle }: Props) {
  const { t } = useTranslation()
  const [isShown, setIsShown] = useState(false)
  const { title, fields, body, lostHighlights } = change
  const counts = (['added', 'removed', 'changed'] as const)
    .filter(kind => body[kind] > 0)
    .map(kind => t(`rereading.body.${kind}`, { count: body[kind] }))
  const value = (words: string | null) =>
    words === null ? t('common.notStated') : words.split('\n').join(t('common.listGap'))
  return (
    <li className={css('line')}>
      <CheckboxField
        isSelected={isIncluded}
        onChange={onToggle}
        aria-label={t('rereading.include', { title })}
      >
        <CheckboxButton className={css('check')}>
          <Check aria-hidden="true" />
        </CheckboxButton>
      </CheckboxField>
      <div className={css('words')}>
        <p className={css('title')}>{title}</p>
        {fields.map(({ field, before, after }) => (
          <p key={field} className={css('field')}>
            <span className={css('soft')}>{t(`clip.fields.${field}`)}</span> <del>{value(before)}</del>{' '}
            <span className={css('soft')}>{t('rereading.becomes')}</span> <ins>{value(after)}</ins>
          </p>
        ))}
        {lostHighlights > 0 && (
          <p className={css('soft')}>{t('rereading.lost', { count: lostHighlights })}</p>
        )}
        {counts.length > 0 && (
          <p className={css('counts')}>
            <span className={css('soft')}>{counts.join(t('common.listGap'))}</span>
            <Button look="quiet" aria-expanded={isShown} onPress={() => setIsShown(!isShown)}>
              {t(isShown ? 'rereading.hideText' : 'rereading.seeText')}
            </Button>
          </p>
        )}
        {counts.length === 0 && fields.length === 0 && (
          <p className={css('soft')}>{t('rereading.details')}</p>
        )}
        {isShown && <Text id={change.id} />}
      </div>
    </li>
  )
}

function Text({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data } = useRequest('reextract:diff', { id })
  return data ? (
    <DiffView diff={data} before={t('rereading.before')} after={t('rereading.after')} lang={undefined} />
  ) : (
    <p className={css('soft')}>{t('reprints.loading')}</p>
  )
}
