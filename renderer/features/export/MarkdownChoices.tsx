import { useTranslation } from 'react-i18next'
import type { FormatFacts } from '../../../electron/core/model/export-formats.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import {
  filePictures,
  MARKDOWN_FLAVOURS,
  MARKDOWN_HIGHLIGHTS,
  MARKDOWN_PICTURES,
} from '../../../electron/core/model/markdown-layout.ts'
import { CheckboxList } from '../../ui/CheckboxList.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { choose } from './export-choices.ts'

interface Props {
  readonly layout: ExportRequest['markdown']
  readonly target: FormatFacts['target']
}

/** For which program Markdown is written, and where pictures, highlights and originals go. */
export function MarkdownChoices({ layout, target }: Props) {
  const { t } = useTranslation()
  const set = (part: Partial<ExportRequest['markdown']>) => choose({ markdown: { ...layout, ...part } })
  const pictures = target === 'folder' ? MARKDOWN_PICTURES : filePictures(layout.flavour)
  const chosen = pictures.includes(layout.pictures) ? layout.pictures : 'none'
  return (
    <>
      <RadioGroup
        label={t('exporting.flavour')}
        direction="row"
        choices={MARKDOWN_FLAVOURS.map(value => ({ value, label: t(`exporting.flavours.${value}`) }))}
        value={layout.flavour}
        onChange={flavour => set({ flavour })}
        hint={t(`exporting.flavourDetails.${layout.flavour}`)}
      />
      <RadioGroup
        label={t('exporting.pictures')}
        direction="row"
        choices={pictures.map(value => ({ value, label: t(`exporting.picturesOf.${value}`) }))}
        value={chosen}
        onChange={pictures => set({ pictures })}
        hint={chosen === 'beside' && target === 'file' ? t('exporting.picturesBesideFile') : undefined}
      />
      <RadioGroup
        label={t('exporting.highlights')}
        direction="row"
        choices={MARKDOWN_HIGHLIGHTS.map(value => ({ value, label: t(`exporting.highlightsOf.${value}`) }))}
        value={layout.highlights}
        onChange={highlights => set({ highlights })}
      />
      {target === 'folder' && (
        <CheckboxList
          label={t('exporting.beside')}
          choices={[{ value: 'originals', content: t('exporting.originals') }]}
          chosen={layout.originals ? ['originals'] : []}
          onChange={chosen => set({ originals: chosen.includes('originals') })}
        />
      )}
    </>
  )
}
