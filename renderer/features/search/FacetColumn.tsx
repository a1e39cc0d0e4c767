import { X } from 'lucide-react'
import { memo, useState } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './FacetColumn.module.css'
import { FEW_VALUES, fewOf } from './facet-values.ts'
import { type ShownFacet, useFacetValues } from './use-facet-values.tsx'

const css = classNames(styles)

/** Beside the results: the sources, tags and months among them, each to be made a condition or taken out again. */
export function FacetColumn({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  return (
    <section className={css('column')} aria-label={t('search.facets')}>
      {useFacetValues(filter).map(facet => (
        <FacetList key={facet.facet} {...facet} />
      ))}
    </section>
  )
}

const FacetList = memo(function FacetList({ facet, title, values, toggle }: ShownFacet) {
  const { t } = useTranslation()
  const [isWhole, setIsWhole] = useState(false)
  const few = fewOf(values)
  return (
    <div>
      <h2 className={css('title')} id={`facet-${facet}`}>
        {title}
      </h2>
      {values.length === 0 && <p className={css('none')}>{t('search.facetNone')}</p>}
      <ul aria-labelledby={`facet-${facet}`}>
        {(isWhole ? values : few).map(({ value, name, icon, count, isChosen }) => (
          <li key={value}>
            <ToggleButton
              className={css('value', isChosen && 'chosen')}
              isSelected={isChosen}
              onChange={() => toggle(value)}
            >
              {icon}
              <span className={css('name')} title={name}>
                {name}
              </span>
              {isChosen ? (
                <X aria-hidden="true" />
              ) : (
                <span className={css('count')}>{count?.toLocaleString('en-GB')}</span>
              )}
            </ToggleButton>
          </li>
        ))}
      </ul>
      {values.length > FEW_VALUES && (
        <Button className={css('value', 'more')} aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? t('search.facetLess') : t('search.facetMore', { count: values.length - few.length })}
        </Button>
      )}
    </div>
  )
})
