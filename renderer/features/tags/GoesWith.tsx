import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { isWithinTag } from '../../../electron/core/model/tag.ts'
import { useRequest } from '../../api/use-request.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useTagColours } from '../../ui/TagChip.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import tagButtons from '../../ui/tag-buttons.module.css'
import styles from './GoesWith.module.css'

const css = classNames({ ...tagButtons, ...styles })

/** As many as fit into two lines or three. */
const FEW = 12

interface Props {
  readonly name: string
  /** The clippings that are listed: those of the tag that have all of `narrowed`. */
  readonly filter: Filter
  readonly narrowed: readonly string[]
  readonly onNarrow: (names: readonly string[]) => void
}

/** The tags that stand beside this one, by how many clippings have both. Pressing one leaves those clippings in the list. */
export function GoesWith({ name, filter, narrowed, onNarrow }: Props) {
  const { t } = useTranslation()
  const colourOf = useTagColours()
  const [isWhole, setIsWhole] = useState(false)
  const { data: facets } = useRequest('library:facets', { filter }, { keepPrevious: true })
  const beside = (facets?.tag ?? []).filter(
    ({ value }) => !isWithinTag(value, name) && !isWithinTag(name, value) && !narrowed.includes(value),
  )
  if (beside.length === 0 && narrowed.length === 0) return null
  const shown = isWhole ? beside : beside.slice(0, FEW)
  return (
    <section className={css('beside')} aria-label={t('tags.goesWith')}>
      <h3 className={css('title')}>{t('tags.goesWith')}</h3>
      <ul className={css('list')}>
        {narrowed.map(other => (
          <li key={other}>
            <button
              type="button"
              className={css('tag', 'on')}
              aria-pressed="true"
              onClick={() => onNarrow(narrowed.filter(each => each !== other))}
            >
              <TagDot colour={colourOf(other)} />
              <span className={css('name')}>{other}</span>
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              className={css('tag')}
              aria-pressed="false"
              title={t('tags.goesWithTag', { name: value, count })}
              onClick={() => onNarrow([...narrowed, value])}
            >
              <TagDot colour={colourOf(value)} />
              <span className={css('name')}>{value}</span>
              <span className={css('count')}>{count.toLocaleString('en-GB')}</span>
            </button>
          </li>
        ))}
        {beside.length > shown.length && (
          <li>
            <Button look="quiet" onPress={() => setIsWhole(true)}>
              {t('tags.goesWithMore', { count: beside.length - shown.length })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}
