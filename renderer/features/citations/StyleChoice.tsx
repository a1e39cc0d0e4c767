import { useTranslation } from 'react-i18next'
import { CITATION_STYLES } from '../../../electron/core/model/citation-style.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { chooseCitationStyle, useCitationStyle } from './citation-style.ts'

/** The style of references, here and wherever else it is chosen. */
export function StyleChoice({ hideLabel = false }: { readonly hideLabel?: boolean }) {
  const { t } = useTranslation()
  const style = useCitationStyle(useLanguage())
  return (
    <RadioGroup
      hideLabel={hideLabel}
      label={t('citations.style')}
      choices={CITATION_STYLES.map(value => ({ value, label: t(`citations.styles.${value}`) }))}
      value={style}
      onChange={chooseCitationStyle}
    />
  )
}
