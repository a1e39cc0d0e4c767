import { X } from 'lucide-react'
import { memo, useState } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { printQuery } from '../../../electron/core/search/print-query.ts'
import { classNames } from '../../ui/class-names.ts'
import { Sparkline } from '../timeline/Sparkline.tsx'
import styles from './FacetColumn.module.css'
import { FEW_VALUES, fewOf } from './facet-values.ts'
import { type Facet, termOf } from './terms-in-query.ts'
import { type ShownFacet, useFacetValues } from './use-facet-values.tsx'

const css = classNames(styles)

/** Every clipping of the library that has a value. */
const allOf = (facet: Facet, value: string, clock: Filter['clock']): Filter => {
  const term = termOf(facet, value, clock)
  return { shelf: 'all', query: term ? printQuery(term) : '', clock }
}

/** Beside the results: the sources, tags and months among them, each to be made a condition or taken out again. */
export const FacetColumn = memo(function FacetColumn({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  return (
    <section className={css('column')} aria-label={t('search.facets')}>
      {useFacetValues(filter).map(facet => (
        <FacetList key={facet.facet} clock={filter.clock} {...facet} />
      ))}
    </section>
  )
})

interface ListProps extends ShownFacet {
  readonly clock: Filter['clock']
}

const FacetList = memo(function FacetList({ clock, facet, title, values, toggle }: ListProps) {
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
            <Sparkline filter={allOf(facet, value, clock)}>
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
            </Sparkline>
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
