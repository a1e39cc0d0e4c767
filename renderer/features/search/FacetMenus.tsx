import { Check, ChevronDown } from 'lucide-react'
import { memo, useState } from 'react'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { classNames } from '../../ui/class-names.ts'
import menuStyles from '../../ui/Menu.module.css'
import styles from './FacetMenus.module.css'
import { fewOf } from './facet-values.ts'
import { type ShownFacet, type ShownValue, useFacetValues } from './use-facet-values.tsx'

const css = classNames(styles)
const menu = classNames(menuStyles)

/** Where there is no room beside the results: what the search can be narrowed down by, as a row of menus. */
export const FacetMenus = memo(function FacetMenus({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" className={css('row')} aria-label={t('search.facets')}>
      {useFacetValues(filter).map(facet => (
        <FacetMenu key={facet.facet} {...facet} />
      ))}
    </div>
  )
})

function FacetMenu({ title, values, toggle }: ShownFacet) {
  const { t } = useTranslation()
  const [isWhole, setIsWhole] = useState(false)
  const few = fewOf(values)
  const chosen = values.filter(({ isChosen }) => isChosen)
  const names = chosen.map(({ name }) => name).join(t('common.listGap'))
  return (
    <MenuTrigger onOpenChange={() => setIsWhole(false)}>
      <Button
        className={css('trigger', chosen.length > 0 && 'chosen')}
        isDisabled={values.length === 0}
        {...(names ? { 'aria-label': t('search.facetChosen', { facet: title, values: names }) } : {})}
      >
        <span className={css('words')}>{names || title}</span>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={menu('popover')} offset={4}>
        <Menu className={menu('menu')} aria-label={t('search.facetMenu', { facet: title })}>
          <MenuSection
            aria-label={title}
            selectionMode="multiple"
            selectedKeys={chosen.map(({ value }) => value)}
            shouldCloseOnSelect
          >
            {(isWhole ? values : few).map(value => (
              <FacetItem key={value.value} {...value} onAction={() => toggle(value.value)} />
            ))}
          </MenuSection>
          {values.length > few.length && !isWhole && (
            <MenuItem
              className={menu('item')}
              textValue={t('search.facetMore', { count: values.length - few.length })}
              shouldCloseOnSelect={false}
              onAction={() => setIsWhole(true)}
            >
              <span className={menu('icon')} />
              <span className={menu('words')}>
                {t('search.facetMore', { count: values.length - few.length })}
              </span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function FacetItem({
  value,
  name,
  icon,
  count,
  isChosen,
  onAction,
}: ShownValue & { readonly onAction: () => void }) {
  return (
    <MenuItem id={value} textValue={name} className={menu('item')} onAction={onAction}>
      <span className={menu('icon')} aria-hidden="true">
        {isChosen ? <Check /> : icon}
      </span>
      <span className={menu('words')}>{name}</span>
      <span className={css('count')}>{count?.toLocaleString('en-GB')}</span>
    </MenuItem>
  )
}
