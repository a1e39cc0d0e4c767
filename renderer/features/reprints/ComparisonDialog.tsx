import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { failureWords } from '../../api/failure-words.ts'
import { useRequest } from '../../api/use-request.ts'
import { formatDate, formatInstant } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { navigate } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import styles from './ComparisonDialog.module.css'
import { type Comparing, comparing } from './comparison.ts'
import { DiffView } from './DiffView.tsx'

const css = classNames(styles)

/** Another of the clippings that belong together. `resemblance` is undefined where nobody measured it. */
interface Related {
  readonly clipping: Clipping
  readonly resemblance?: number | null
}

/** The open clipping against its reprints or its other versions, one at a time. */
export function ComparisonDialog() {
  const now = useStore(comparing)
  if (!now) return null
  switch (now.what) {
    case 'family':
      return <Family key={now.id} now={now} />
    case 'versions':
      return <Versions key={now.id} now={now} />
    case 'pair':
      return <Pair key={now.id} one={now.id} other={now.with} />
  }
}

function Family({ now }: { readonly now: Comparing }) {
  const { data } = useRequest('family:list', { id: now.id }, { keepPrevious: true })
  return data ? <Comparison now={now} all={data.members} /> : null
}

function Versions({ now }: { readonly now: Comparing }) {
  const { data } = useRequest('version:list', { id: now.id }, { keepPrevious: true })
  return data ? <Comparison now={now} all={data.versions.map(clipping => ({ clipping }))} /> : null
}

function Comparison({ now, all }: { readonly now: Comparing; readonly all: readonly Related[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const at = all.findIndex(({ clipping }) => clipping.id === now.id)
  // The one before it is what it was made from; the first has only one after it.
  const [chosen, setChosen] = useState((all[at - 1] ?? all[at + 1])?.clipping.id)
  const close = () => comparing.set(undefined)
  const others = all.filter(({ clipping }) => clipping.id !== now.id)
  const place = all.findIndex(({ clipping }) => clipping.id === chosen)
  const [before, after] = place < at ? [all[place], all[at]] : [all[at], all[place]]
  const nameOf = ({ source, clippedAt }: Clipping): string =>
    now.what === 'family'
      ? (source?.name ?? t('reprints.noSource'))
      : t('reprints.clippedAt', { when: formatInstant(clippedAt) })
  const open = () => {
    close()
    selection.set([])
    navigate({ view: 'timeline', clipping: chosen, pane: 'reader' })
  }
  return (
    <Dialog
      isOpen
      width="full"
      title={t(now.what === 'family' ? 'reprints.familyTitle' : 'reprints.versionsTitle')}
      onClose={close}
      actions={<Button onPress={open}>{t('reprints.open')}</Button>}
    >
      <p className={css('detail')}>
        {t(now.what === 'family' ? 'reprints.familyDetail' : 'reprints.versionsDetail')}
      </p>
      <div className={css('choices')}>
        <RadioGroup
          hideLabel
          label={t('reprints.list')}
          value={chosen ?? ''}
          onChange={setChosen}
          choices={others.map(({ clipping, resemblance }) => ({
            value: clipping.id,
            label: nameOf(clipping),
            detail: [
              now.what === 'family' && clipping.id === all[0]?.clipping.id && t('reprints.earliest'),
              typeof clipping.published === 'object'
                ? formatDate(clipping.published.edtf, language, { time: true })
                : t('reader.notDated'),
              typeof resemblance === 'number' &&
                t('reprints.alike', { percent: Math.round(100 * resemblance) }),
              clipping.title,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </div>
      {before && after && (
        <Difference
          key={chosen}
          before={before.clipping}
          after={after.clipping}
          nameOf={clipping =>
            clipping.id === now.id ? `${nameOf(clipping)} (${t('reprints.thisOne')})` : nameOf(clipping)
          }
        />
      )}
    </Dialog>
  )
}

/** Any two clippings, one beside the other. */
function Pair({ one, other }: { readonly one: string; readonly other: string }) {
  const { t } = useTranslation()
  const { data: first } = useRequest('clipping:get', { id: one })
  const { data: second } = useRequest('clipping:get', { id: other })
  return (
    <Dialog isOpen width="full" title={t('reprints.pairTitle')} onClose={() => comparing.set(undefined)}>
      {first && second && (
        <Difference
          before={first.clipping}
          after={second.clipping}
          nameOf={({ source, title }) => [source?.name, title].filter(Boolean).join(' · ')}
          isBeside
        />
      )}
    </Dialog>
  )
}

interface DifferenceProps {
  readonly before: Clipping
  readonly after: Clipping
  readonly nameOf: (clipping: Clipping) => string
  readonly isBeside?: boolean
}

function Difference({ before, after, nameOf, isBeside = false }: DifferenceProps) {
  const { t } = useTranslation()
  const { data, error } = useRequest('article:diff', { before: before.id, after: after.id })
  if (error)
    return (
      <p>
        {t('reprints.failed')}
        {t('common.sentenceEnd')}
        {failureWords(t, error.failure).todo}
      </p>
    )
  if (!data) return <p className={css('detail')}>{t('reprints.loading')}</p>
  const lang = after.language === 'und' ? undefined : after.language
  return (
    <DiffView diff={data} before={nameOf(before)} after={nameOf(after)} lang={lang} isBeside={isBeside} />
  )
}
