import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { precisionOf } from '../../../electron/core/model/edtf.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { COMMANDS } from '../../commands/table.ts'
import { formatDate, offsetOf } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { openList } from '../../shell/panes.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { type Offer, RuleOffer } from '../outlets/RuleOffer.tsx'
import styles from './ConfirmationBar.module.css'
import { confirming } from './confirming.ts'
import { FieldLine } from './FieldLine.tsx'
import { EDITABLE, type Editable, editFrom, textOfField } from './field-text.ts'

const css = classNames(styles)

interface Props {
  readonly kept: Output<'clipping:get'>
  readonly onClose: () => void
}

/** What was read from the document, each value with its evidence, each to be typed over. */
export function ConfirmationBar({ kept: { clipping, article }, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const edit = useChange('clipping:edit', { quiet: true })
  const undo = useChange('history:undo')
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const isFresh = useStore(confirming)?.isFresh ?? false
  const [offer, setOffer] = useState<Offer>()
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isFresh) bar.current?.querySelector<HTMLElement>('dd button')?.focus()
  }, [isFresh])

  const { published } = clipping
  const gap = t('common.listGap')
  const shownValue = (field: Editable): string | undefined => {
    if (field !== 'published') return textOfField(clipping, field, gap) || undefined
    if (typeof published === 'object') return formatDate(published.edtf, language, { time: true })
    return published === 'not-looked-for' ? t('clip.notLookedFor') : undefined
  }
  const dateNote = (): string | undefined => {
    if (typeof published !== 'object') return undefined
    const precision = precisionOf(published.edtf)
    if (precision !== 'second' && precision !== 'minute') return t(`clip.precisionOnly.${precision}`)
    if (published.zone === 'assumed') return t('clip.zoneAssumed')
    const offset = offsetOf(published.edtf)
    return offset && t('clip.zoneStated', { offset })
  }
  const commit = (field: Editable) => (text: string) => {
    const edits = editFrom(field, text)
    if (!edits) return t(field === 'published' ? 'clip.dateError' : 'clip.titleError')
    void edit.run({ id: clipping.id, edits }).then(done => setOffer(done?.offer))
    return undefined
  }
  const hints: Partial<Record<Editable, string>> = {
    published: t('clip.dateHint'),
    bylines: t('clip.severalHint'),
    sources: t('clip.severalHint'),
    editors: t('clip.severalHint'),
  }
  const languages: Readonly<Record<string, string>> = t('clip.languages', { returnObjects: true })
  return (
    <section ref={bar} className={css('bar')} aria-label={t('clip.check')}>
      <header className={css('head')}>
        {isFresh ? (
          <span className={css('saved')} role="status">
            <Check aria-hidden="true" />
            {t('clip.saved')}
          </span>
        ) : (
          <span className={css('title')}>{t('clip.check')}</span>
        )}
        <span className={css('hint')}>{t('clip.checkHint')}</span>
        {isFresh && (overview?.undo?.kind === 'clip' || overview?.undo?.kind === 'import') && (
          <Button look="quiet" onPress={() => void undo.run({}).then(openList)}>
            {t('common.undo')}
          </Button>
        )}
        <IconButton label={t('clip.close')} keys={COMMANDS.back.keys[0]} icon={<X />} onPress={onClose} />
      </header>
      <dl className={css('fields')}>
        {EDITABLE.map(field => (
          <FieldLine
            key={field}
            label={t(`clip.fields.${field}`)}
            value={shownValue(field)}
            note={field === 'published' ? dateNote() : undefined}
            statement={
              field === 'published' && typeof published === 'object' ? published : article.statements[field]
            }
            text={textOfField(clipping, field, gap)}
            hint={hints[field]}
            onCommit={commit(field)}
            lang={field === 'published' || clipping.language === 'und' ? undefined : clipping.language}
          />
        ))}
        <FieldLine
          label={t('clip.fields.language')}
          value={languages[clipping.language] ?? clipping.language}
          statement={article.statements.language}
          text={undefined}
          onCommit={() => undefined}
        />
      </dl>
      {offer && <RuleOffer offer={offer} onDone={() => setOffer(undefined)} />}
    </section>
  )
}
