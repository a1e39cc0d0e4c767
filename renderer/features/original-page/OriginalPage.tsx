import { ArrowLeft, ChevronDown, ChevronUp, FileText, FileX, ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../electron/ipc/contract.ts'
import { failureWords } from '../../api/failure-words.ts'
import { useRequest } from '../../api/use-request.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { navigate } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LeftOutList } from './LeftOutList.tsx'
import { leftOutWords, totalOf } from './left-out-words.ts'
import styles from './OriginalPage.module.css'

const css = classNames(styles)

type Shown = Output<'clipping:original-page'>

/**
 * The kept page in the place of the article, as it looked: in a frame that runs nothing, loads nothing and leads nowhere.
 * What it is shown without is told above it.
 */
export function OriginalPage({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data, error } = useRequest('clipping:original-page', { id }, { askAnew: true })
  useEffect(() => document.getElementById('reader')?.focus({ preventScroll: true }), [])
  return (
    <section id="reader" tabIndex={-1} className={css('pane')} aria-label={t('originalPage.label')}>
      <div className={css('bar')}>
        <Button
          look="quiet"
          icon={<ArrowLeft aria-hidden="true" />}
          onPress={() => {
            navigate({ pane: 'reader' })
            requestAnimationFrame(() => document.getElementById('reader')?.focus())
          }}
        >
          {t('originalPage.back')}
        </Button>
        <Button
          look="quiet"
          icon={<FileText aria-hidden="true" />}
          keys={COMMANDS['show-original'].keys[0]}
          onPress={() => void runCommand('show-original')}
        >
          {t('originalPage.asText')}
        </Button>
      </div>
      {error && (
        <EmptyState icon={<FileX />} title={failureWords(t, error.failure).what}>
          {t('originalPage.kept')}
        </EmptyState>
      )}
      {data?.state === 'page' && <Page {...data} />}
      {data && data.state !== 'page' && (
        <EmptyState icon={<FileX />} title={t(`originalPage.none.${data.state}.what`)}>
          {t(`originalPage.none.${data.state}.detail`)}
        </EmptyState>
      )}
    </section>
  )
}

function Page({ address, leftOut }: Extract<Shown, { state: 'page' }>) {
  const { t } = useTranslation()
  const [isListed, setIsListed] = useState(false)
  const total = totalOf(leftOut)
  return (
    <>
      <div className={css('told')}>
        <ShieldCheck aria-hidden="true" />
        <p className={css('words')}>
          <strong>
            {total === 0 ? t('originalPage.nothingLeftOut') : t('originalPage.leftOut', { count: total })}
          </strong>
          {total > 0 && <span> {leftOutWords(t, leftOut)}</span>}
        </p>
        {total > 0 && (
          <Button
            look="quiet"
            icon={isListed ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
            aria-expanded={isListed}
            aria-controls="left-out"
            onPress={() => setIsListed(before => !before)}
          >
            {t(isListed ? 'originalPage.hideList' : 'originalPage.showList')}
          </Button>
        )}
      </div>
      {isListed && <LeftOutList leftOut={leftOut} />}
      <iframe
        className={css('page')}
        src={address}
        sandbox=""
        referrerPolicy="no-referrer"
        title={t('originalPage.frame')}
      />
    </>
  )
}
