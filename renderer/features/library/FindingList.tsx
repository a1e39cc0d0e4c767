import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../electron/ipc/contract.ts'
import { useRequest } from '../../api/use-request.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './Report.module.css'

const css = classNames(styles)

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What verifying found: each kind once, with how many, what it means, and which, as far as they are named. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation()
  return (
    <ul className={css('list')}>
      {findings.map(({ code, count, examples }) => (
        <li key={code}>
          <p className={css('what')}>{t(`verify.problem.${code}`, { count })}</p>
          <p className={css('soft')}>{t(`verify.means.${code}`)}</p>
          <ul className={css('examples')}>
            {examples.map(({ what }) => (
              <li key={what}>
                <What what={what} />
              </li>
            ))}
            {count > examples.length && examples.length > 0 && (
              <li>{t('verify.more', { count: count - examples.length })}</li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** A clipping by its title, leading to it; a file by its path. */
function What({ what }: { readonly what: string }) {
  const { t } = useTranslation()
  const { data } = useRequest('clipping:get', { id: what }, { enabled: ID.test(what) })
  if (!data) return <span className={css('path')}>{what}</span>
  const { id, title } = data.clipping
  return <a href={formatRoute({ ...DEFAULT_ROUTE, clipping: id })}>{title || t('timeline.untitled')}</a>
}
