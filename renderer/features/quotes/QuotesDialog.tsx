import { Copy, TextQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SpokenQuote } from '../../../electron/core/model/spoken-quote.ts'
import { failureWords } from '../../api/failure-words.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useQuoting } from '../highlights/use-quoting.ts'
import { passageToShow } from '../reader/passage-to-show.ts'
import { bySpeaker } from './by-speaker.ts'
import styles from './QuotesDialog.module.css'
import { viewingQuotes } from './viewing-quotes.ts'

const css = classNames(styles)

const close = () => viewingQuotes.set(undefined)

/** What the open article quotes, by who says it: to copy, and to see where it stands. */
export function QuotesDialog() {
  const id = useStore(viewingQuotes)
  return id === undefined ? null : <QuotesOf key={id} id={id} />
}

function QuotesOf({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data: kept } = useRequest('clipping:get', { id })
  const { data, error } = useRequest('clipping:quotes', { id })
  const copy = useQuoting()
  const lang = kept?.clipping.language === 'und' ? undefined : kept?.clipping.language
  const show = ({ order, start, end }: SpokenQuote) => {
    close()
    passageToShow.set({ clipping: id, place: { order, start, end } })
  }
  return (
    <Dialog isOpen width="wide" title={t('quotes.title')} onClose={close}>
      {error && <p>{failureWords(t, error.failure).what}</p>}
      {data?.quotes.length === 0 && (
        <EmptyState icon={<TextQuote />} title={t('quotes.none')}>
          {t('quotes.noneDetail')}
        </EmptyState>
      )}
      {bySpeaker(data?.quotes ?? []).map(({ speaker, quotes }) => (
        <section key={speaker ?? ''} className={css('speaker')} aria-label={speaker ?? t('quotes.unstated')}>
          <h3
            className={css('name', speaker === null && 'unstated')}
            lang={speaker === null ? undefined : lang}
          >
            {speaker ?? t('quotes.unstated')}
          </h3>
          <ul className={css('list')}>
            {quotes.map(quote => (
              <li key={`${quote.order} ${quote.start}`} className={css('quote')}>
                <button type="button" className={css('words')} lang={lang} onClick={() => show(quote)}>
                  <span className="visually-hidden">{t('quotes.show')}</span>
                  {quote.words}
                </button>
                {kept && (
                  <Button
                    look="quiet"
                    icon={<Copy aria-hidden="true" />}
                    onPress={() => copy(quote.words, { ...kept.clipping, speaker: quote.speaker })}
                  >
                    {t('quotes.copy')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
