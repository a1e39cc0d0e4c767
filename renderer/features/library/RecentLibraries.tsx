import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './RecentLibraries.module.css'

const css = classNames(styles)

interface Props {
  /** The library that is open, which is listed too. */
  readonly path: string
  readonly isDisabled: boolean
}

/** The libraries that were open before. One that is not there now is greyed and says why. */
export function RecentLibraries({ path, isDisabled }: Props) {
  const { t } = useTranslation()
  const { data } = useRequest('library:recent', {})
  const open = useChange('library:open')
  const libraries = data?.libraries ?? []
  if (libraries.length === 0) return null
  return (
    <section className={css('recent')} aria-label={t('library.recent')}>
      <h4 className={css('heading')}>{t('library.recent')}</h4>
      <ul>
        {libraries.map(each => (
          <li key={each.path} className={css('library', !each.isPresent && 'gone')}>
            <div className={css('words')}>
              <p className={css('name')}>{each.name}</p>
              <p className={css('path')}>{each.path}</p>
              {!each.isPresent && <p className={css('why')}>{t('library.gone')}</p>}
            </div>
            {each.path === path ? (
              <span className={css('here')}>{t('library.recentHere')}</span>
            ) : (
              each.isPresent && (
                <Button
                  isDisabled={isDisabled || open.isPending}
                  aria-label={t('library.openRecent', { name: each.name })}
                  onPress={() => void open.run({ path: each.path })}
                >
                  {t('library.openShort')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
