import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureWords } from '../../api/failure-words.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './OriginalDialog.module.css'
import { viewingOriginal } from './viewing-original.ts'

const css = classNames(styles)

/** The original as plain text: shown, never run. Where there are several (text and HTML), one at a time. */
export function OriginalDialog() {
  const id = useStore(viewingOriginal)
  return id === undefined ? null : <OriginalOf key={id} id={id} />
}

function OriginalOf({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(0)
  const { data: kept } = useRequest('clipping:get', { id })
  const originals = kept?.clipping.originals ?? []
  const original = originals[chosen]
  const { data, error } = useRequest(
    'clipping:original',
    { id, sha256: original?.sha256 ?? '' },
    { enabled: original !== undefined },
  )
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('reader.originalTitle')}
      onClose={() => viewingOriginal.set(undefined)}
    >
      {originals.length > 1 && (
        <div className={css('choices')}>
          {originals.map((candidate, index) => (
            <Button
              key={candidate.sha256}
              look="quiet"
              aria-pressed={index === chosen}
              onPress={() => setChosen(index)}
            >
              {`${candidate.mediaType} · ${t('reader.bytes', { bytes: candidate.byteLength.toLocaleString('en-GB') })}`}
            </Button>
          ))}
        </div>
      )}
      {original && (
        <p className={css('note')}>
          SHA-256 <code className={css('hash')}>{original.sha256}</code>
        </p>
      )}
      {error && <p>{failureWords(t, error.failure).what}</p>}
      {data?.truncated && <p className={css('note')}>{t('reader.originalTruncated')}</p>}
      {data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        <pre className={css('text')} tabIndex={0} lang={kept?.clipping.language}>
          {data.text}
        </pre>
      )}
    </Dialog>
  )
}
