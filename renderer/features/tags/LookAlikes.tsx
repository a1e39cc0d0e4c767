import { ArrowRight, SearchCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import type { LookAlike } from '../../../electron/core/model/tag-advice.ts'
import { useRequest } from '../../api/use-request.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { askTag } from './asking-tag.ts'
import styles from './LookAlikes.module.css'
import { pairKey, setApart, tellApart } from './told-apart.ts'

const css = classNames(styles)

/** More than these nobody goes through at once: merging some makes room for others. */
const MOST_SHOWN = 200

/** Tags that may be one, each pair with what speaks for it. Nothing is merged before the user says so. */
export function LookAlikes({ tags }: { readonly tags: Overview['tags'] }) {
  const { t } = useTranslation()
  const { data } = useRequest('tag:look-alikes', {}, { keepPrevious: true })
  const apart = useStore(setApart)
  if (data === undefined) return <p className={css('looking')}>{t('tags.looking')}</p>
  const byName = new Map(tags.map(tag => [tag.name, tag]))
  const pairs = data.pairs.filter(
    pair => byName.has(pair.name) && byName.has(pair.into) && !apart.has(pairKey(pair)),
  )
  if (pairs.length === 0)
    return (
      <EmptyState icon={<SearchCheck />} title={t('tags.noAlikeTitle')}>
        {t('tags.noAlikeDetail')}
      </EmptyState>
    )
  return (
    <ul className={css('list')} aria-label={t('tags.show.alike')}>
      {pairs.slice(0, MOST_SHOWN).map(pair => (
        <Pair key={pairKey(pair)} pair={pair} name={byName.get(pair.name)} into={byName.get(pair.into)} />
      ))}
    </ul>
  )
}

interface PairProps {
  readonly pair: LookAlike
  readonly name: Overview['tags'][number] | undefined
  readonly into: Overview['tags'][number] | undefined
}

function Pair({ pair, name, into }: PairProps) {
  const { t } = useTranslation()
  if (!name || !into) return null
  const merge = (from: string, to: string) => askTag({ kind: 'merge', name: from, to })
  const label = (tag: typeof name) => (
    <span className={css('tag')}>
      <TagDot colour={tag.colour} />
      <span className={css('name')}>{tag.name}</span>
      <span className={css('count')}>{tag.total.toLocaleString('en-GB')}</span>
    </span>
  )
  return (
    <li className={css('pair')}>
      <div className={css('tags')}>
        {label(name)}
        <ArrowRight aria-hidden="true" />
        {label(into)}
      </div>
      <p className={css('why')}>
        {t(`tags.likeness.${pair.likeness}`)}
        {pair.stated && (
          <a
            href={formatRoute({
              ...DEFAULT_ROUTE,
              filter: { ...DEFAULT_ROUTE.filter, shelf: 'all' },
              clipping: pair.stated.clipping,
              pane: 'reader',
            })}
          >
            <q>{pair.stated.words}</q>
          </a>
        )}
      </p>
      <div className={css('buttons')}>
        <Button
          aria-label={t('tags.mergePair', { name: name.name, to: into.name })}
          onPress={() => merge(name.name, into.name)}
        >
          {t('tags.mergeConfirm')}
        </Button>
        <Button look="quiet" onPress={() => merge(into.name, name.name)}>
          {t('tags.mergeOther')}
          <span className="visually-hidden"> {t('tags.mergePair', { name: into.name, to: name.name })}</span>
        </Button>
        <Button
          look="quiet"
          aria-label={t('tags.apartPair', { name: name.name, to: into.name })}
          onPress={() => tellApart(pair)}
        >
          {t('tags.apart')}
        </Button>
      </div>
    </li>
  )
}
