import { Waypoints } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CreditedSource } from '../../../electron/core/model/credited-source.ts'
import { failureWords } from '../../api/failure-words.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { passageToShow } from '../reader/passage-to-show.ts'
import { bySource } from './by-source.ts'
import styles from './SourcesDialog.module.css'
import { viewingSources } from './viewing-sources.ts'

const css = classNames(styles)

const close = () => viewingSources.set(undefined)

/** Whom the open article names for what it tells, each with the words that name it, to see where they stand. */
export function SourcesDialog() {
  const id = useStore(viewingSources)
  return id === undefined ? null : <SourcesOf key={id} id={id} />
}

function SourcesOf({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data: kept } = useRequest('clipping:get', { id })
  const { data, error } = useRequest('clipping:sources', { id })
  const lang = kept?.clipping.language === 'und' ? undefined : kept?.clipping.language
  const show = ({ order, start, end }: CreditedSource) => {
    close()
    passageToShow.set({ clipping: id, place: { order, start, end } })
  }
  return (
    <Dialog isOpen title={t('sourceChain.title')} onClose={close}>
      {error && <p>{failureWords(t, error.failure).what}</p>}
      {data?.sources.length === 0 && (
        <EmptyState icon={<Waypoints />} title={t('sourceChain.none')}>
          {t('sourceChain.noneDetail')}
        </EmptyState>
      )}
      {bySource(data?.sources ?? []).map(({ source, mentions }) => (
        <section
          key={source ?? ''}
          className={css('group')}
          aria-label={source ?? t('sourceChain.unnamedTitle')}
        >
          <h3 className={css('name', source === null && 'unnamed')} lang={source === null ? undefined : lang}>
            {source ?? t('sourceChain.unnamedTitle')}
          </h3>
          <ul>
            {mentions.map(mention => (
              <li key={`${mention.order} ${mention.start}`}>
                <button type="button" className={css('words')} lang={lang} onClick={() => show(mention)}>
                  <span className="visually-hidden">{t('quotes.show')}</span>
                  {mention.phrase}
                </button>
                {mention.by !== undefined && (
                  <span className={css('by')}>{t('sourceChain.citedBy', { by: mention.by })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
