import { useTranslation } from 'react-i18next'
import type { LibraryReport } from '../../../electron/ipc/contract.ts'
import { classNames } from '../../ui/class-names.ts'
import { countOf, damageIn } from './findings.ts'
import { formatBytes } from './format-bytes.ts'
import styles from './Report.module.css'

const css = classNames(styles)

interface Props {
  readonly task: 'move' | 'copy' | 'archive' | 'import-archive' | 'restore'
  readonly path: string
  readonly report: LibraryReport | undefined
}

/** What a task made, where it is, and what is missing from it. */
export function MadeReport({ task, path, report }: Props) {
  const { t } = useTranslation()
  const made = report?.of === 'restore' || report?.of === 'import-archive' ? report : undefined
  const damaged = made ? countOf(damageIn(made.findings)) : 0
  const isWhole = damaged === 0 && (made?.lost.length ?? 0) === 0
  return (
    <>
      <p className={css('head')}>{t(`library.done.${task}`)}</p>
      <p className={css('path')}>{path}</p>
      {report?.of === 'archive' && (
        <p className={css('soft')}>
          {t('library.archived', { count: report.clippings, size: formatBytes(report.bytes) })}
        </p>
      )}
      {made && made.lost.length > 0 && <p>{t('library.lost', { count: made.lost.length })}</p>}
      {damaged > 0 && <p>{t('verify.found', { count: damaged })}</p>}
      {isWhole && <p className={css('soft')}>{t(`library.doneDetail.${task}`)}</p>}
      {report?.of === 'move' && report.left !== undefined && (
        <p className={css('soft')}>{t('library.left', { path: report.left })}</p>
      )}
    </>
  )
}
