import { ArrowUpRight, Copy, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportEntry } from '../../../electron/core/model/import-ledger.ts'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { showToast } from '../../ui/toasts.ts'
import { copyText } from '../reader/copy-text.ts'
import styles from './EntryDetail.module.css'
import { openImported } from './open-entry.ts'

const css = classNames(styles)

/** Of a file that is one document alone, the key is the name of its format. */
const saysPlace = (key: string): boolean => /[\d/]/.test(key)

interface Props {
  readonly importId: string
  readonly entry: ImportEntry
  readonly isPlan: boolean
  readonly isUndone: boolean
}

/** What became of an item and why, where it came from, and what can be done about it. */
export function EntryDetail({ importId, entry, isPlan, isUndone }: Props) {
  const { t } = useTranslation()
  const { outcome, reason, clipping, previous, file, key, name, detail } = entry
  const reveal = useChange('import:reveal')
  const copy = () => {
    const text = [file, key, name, outcome, reason, detail].filter(Boolean).join('\n')
    if (copyText(text)) showToast({ tone: 'done', title: t => t('importing.copied') })
  }
  const isThere = !isPlan && !isUndone && clipping !== undefined
  return (
    <section className={css('detail')} aria-label={t('importing.detail')}>
      <p className={css('what')}>
        {reason ? (
          <>
            <strong>{t(`importing.reason.${reason}.what`)}</strong>
            {t('common.sentenceEnd')}
            {t(`importing.reason.${reason}.kept`)}
            {t('common.sentenceGap')}
            {t(`importing.reason.${reason}.todo`)}
          </>
        ) : (
          t(`importing.${isPlan ? 'wouldMean' : 'meaning'}.${outcome}`)
        )}
      </p>
      <p className={css('file')}>
        {saysPlace(key) && key !== name ? t('importing.inFile', { key, file }) : file}
      </p>
      <div className={css('actions')}>
        {isThere && (
          <Button icon={<ArrowUpRight aria-hidden="true" />} onPress={() => openImported(clipping)}>
            {t(outcome === 'duplicate' ? 'importing.openExisting' : 'importing.openClipping')}
          </Button>
        )}
        {previous && <Button onPress={() => openImported(previous)}>{t('importing.openPrevious')}</Button>}
        <Button
          look={isThere ? 'quiet' : 'plain'}
          icon={<FolderOpen aria-hidden="true" />}
          onPress={() => void reveal.run({ id: importId, file })}
        >
          {t('importing.reveal')}
        </Button>
        {(reason || detail) && (
          <Button look="quiet" icon={<Copy aria-hidden="true" />} onPress={copy}>
            {t('importing.copyDetail')}
          </Button>
        )}
      </div>
    </section>
  )
}
