import { useTranslation } from 'react-i18next'
import {
  EXPORT_FORMAT_IDS,
  EXPORT_SECTIONS,
  formatFacts,
} from '../../../electron/core/model/export-formats.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { PAPERS } from '../../../electron/core/model/paper.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { StyleChoice } from '../citations/StyleChoice.tsx'
import { BookChoices } from './BookChoices.tsx'
import { ExportPresets } from './ExportPresets.tsx'
import { choose } from './export-choices.ts'
import { MarkdownChoices } from './MarkdownChoices.tsx'
import { TemplateChoice } from './TemplateChoice.tsx'

const ORDERS = ['oldest-first', 'newest-first', 'as-listed'] as const
const LANGUAGES = ['zh-Hans', 'en'] as const

interface Props {
  readonly request: Omit<ExportRequest, 'scope'>
  /** The scope that a typed title belongs to. */
  readonly scope: string
  /** Whether the scope has an order of its own: a collection's by hand. */
  readonly hasOwnOrder: boolean
  /** Whether it has a chronology of its own. */
  readonly hasChronology: boolean
}

/** The format, the title, the order, and what only some formats have. */
export function HowToExport({ request, scope, hasOwnOrder, hasChronology }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <ExportPresets way={request} />
      <RadioGroup
        label={t('exporting.format')}
        direction="grid"
        choices={EXPORT_SECTIONS.flatMap(section =>
          EXPORT_FORMAT_IDS.filter(format => formatFacts(format).section === section).map((value, index) => ({
            value,
            label: t(`exporting.formats.${value}`),
            heading: index === 0 ? t(`exporting.sections.${section}`) : undefined,
          })),
        )}
        value={request.format}
        onChange={format => choose({ format })}
        hint={t(`exporting.formatDetails.${request.format}`)}
      />
      <TextField
        label={t('exporting.name')}
        hint={t('exporting.nameHint')}
        error={request.title.trim() === '' ? t('exporting.nameMissing') : undefined}
        value={request.title}
        maxLength={300}
        onChange={typed => choose({ title: { typed, scope } })}
      />
      <RadioGroup
        label={t('exporting.order')}
        direction="row"
        choices={ORDERS.filter(order => order !== 'as-listed' || hasOwnOrder).map(value => ({
          value,
          label: t(`exporting.orders.${value}`),
        }))}
        value={request.order}
        onChange={order => choose({ order })}
      />
      {formatFacts(request.format).choices.includes('paper') && (
        <RadioGroup
          label={t('exporting.paper')}
          direction="row"
          choices={PAPERS.map(value => ({ value, label: value }))}
          value={request.paper}
          onChange={paper => choose({ paper })}
        />
      )}
      {formatFacts(request.format).choices.includes('book') && (
        <BookChoices book={request.book} hasChronology={hasChronology} />
      )}
      {formatFacts(request.format).choices.includes('citation-style') && <StyleChoice />}
      {formatFacts(request.format).choices.includes('template') && (
        <TemplateChoice reference={request.template} />
      )}
      {formatFacts(request.format).choices.includes('markdown') && (
        <MarkdownChoices layout={request.markdown} target={formatFacts(request.format).target} />
      )}
      <RadioGroup
        label={t('exporting.language')}
        direction="row"
        choices={LANGUAGES.map(value => ({ value, label: t(`exporting.languages.${value}`) }))}
        value={request.language}
        onChange={language => choose({ language })}
      />
    </>
  )
}
