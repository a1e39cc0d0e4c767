import { Check, Copy } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Clipping, Original } from '../../../electron/core/model/clipping.ts'
import { runCommand } from '../../commands/registry.ts'
import { formatInstant } from '../../i18n/format-date.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { showToast } from '../../ui/toasts.ts'
import { copyText } from './copy-text.ts'
import styles from './Provenance.module.css'

const css = classNames(styles)

const kindOf = ({ mediaType, name }: Original): 'originalText' | 'originalHtml' | 'originalFile' => {
  if (name !== '' && !/^(clipboard|pasted)/i.test(name)) return 'originalFile'
  return mediaType.startsWith('text/html') ? 'originalHtml' : 'originalText'
}

/** The foot of the article: what was kept of the original, when, and that it is saved. */
export function Provenance({ clipping }: { readonly clipping: Clipping }) {
  const { t } = useTranslation()
  const [original] = clipping.originals
  return (
    <section className={css('foot')} aria-label={t('reader.provenance')}>
      {original && (
        <>
          <AriaButton className={css('original')} onPress={() => void runCommand('show-original')}>
            {t('reader.original')} {t(`reader.${kindOf(original)}`)}{' '}
            {t('reader.bytes', { bytes: original.byteLength.toLocaleString('en-GB') })}
          </AriaButton>
          <span className={css('hash')}>
            SHA-256 <code title={original.sha256}>{original.sha256.slice(0, 8)}…</code>
            <IconButton
              size="small"
              label={t('reader.copyHash')}
              icon={<Copy />}
              onPress={() => {
                if (copyText(original.sha256)) showToast({ tone: 'done', title: t => t('reader.hashCopied') })
              }}
            />
          </span>
        </>
      )}
      <span className={css('when')}>
        {t('reader.clippedAt')} {formatInstant(clipping.clippedAt)}
      </span>
      <span className={css('saved')}>
        <Check aria-hidden="true" />
        {t('reader.saved')}
      </span>
    </section>
  )
}
