import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  LONGEST_TEMPLATE,
  LONGEST_TEMPLATE_NAME,
  TEMPLATE_KINDS,
} from '../../../electron/core/model/export-template.ts'
import { useRequest } from '../../api/use-request.ts'
import { useSettled } from '../../state/use-settled.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './TemplateEditor.module.css'
import { keepDraft, type TemplateDraft, templateDraft, unkeptDraft } from './template-draft.ts'

const css = classNames(styles)

const KEEPING_MS = 400

/** A template as plain text. What is written is kept as it is written; the field's own undo takes it back. */
export function TemplateEditor({ draft }: { readonly draft: TemplateDraft }) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const { data: start } = useRequest('app:start', {}, { keepPrevious: true })
  const taken = (start?.settings.exportTemplates ?? [])
    .map(({ name }) => name)
    .filter(name => name !== draft.keptAs)
  const { template } = draft
  const set = (part: Partial<TemplateDraft['template']>) =>
    templateDraft.set({ ...draft, template: { ...template, ...part } })
  const latest = useRef({ draft, taken, kept: JSON.stringify(template) })
  latest.current = { ...latest.current, draft, taken }
  const keep = () => {
    const now = JSON.stringify(latest.current.draft.template)
    if (now === latest.current.kept) return
    latest.current.kept = now
    void keepDraft(latest.current.draft, latest.current.taken)
  }
  const settled = useSettled(template, KEEPING_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is kept whenever the writing pauses
  useEffect(keep, [settled])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks at the latest, also when the editor goes
  useEffect(() => {
    unkeptDraft.keep = keep
    return () => {
      keep()
      unkeptDraft.keep = () => undefined
    }
  }, [])
  useEffect(() => field.current?.focus(), [])
  const name = template.name.trim()
  return (
    <section className={css('editor')} aria-label={t('exporting.template.editor')}>
      <div className={css('head')}>
        <TextField
          label={t('exporting.template.name')}
          value={template.name}
          maxLength={LONGEST_TEMPLATE_NAME}
          error={
            name === ''
              ? t('exporting.template.nameMissing')
              : taken.includes(name)
                ? t('exporting.template.nameTaken')
                : undefined
          }
          onChange={value => set({ name: value })}
          onBlur={keep}
        />
        <RadioGroup
          label={t('exporting.template.kind')}
          direction="row"
          choices={TEMPLATE_KINDS.map(value => ({ value, label: t(`exporting.template.kinds.${value}`) }))}
          value={template.kind}
          onChange={kind => set({ kind })}
        />
      </div>
      <textarea
        ref={field}
        className={css('text')}
        aria-label={t('exporting.template.text')}
        spellCheck={false}
        maxLength={LONGEST_TEMPLATE}
        value={template.text}
        onChange={event => set({ text: event.target.value })}
        onBlur={keep}
      />
      <div className={css('foot')}>
        <p className={css('hint')}>{t('exporting.template.hint')}</p>
        <Button onPress={() => templateDraft.set(undefined)}>{t('exporting.template.close')}</Button>
      </div>
    </section>
  )
}
