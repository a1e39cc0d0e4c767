import { useTranslation } from 'react-i18next'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { useRequest } from '../../api/use-request.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { comparing } from './comparison.ts'
import { outletsOf } from './outlets-of.ts'
import styles from './RelatedStrip.module.css'

const css = classNames(styles)

/** Says above the body that others printed the same text, and that the address was clipped before or again. */
export function RelatedStrip({ clipping }: { readonly clipping: Clipping }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id } = clipping
  const { data: family } = useRequest('family:list', { id })
  const { data: history } = useRequest('version:list', { id })
  const versions = history?.versions ?? []
  const isVersion = (other: Clipping) => other.id !== id && versions.some(version => version.id === other.id)
  // Versions of one address have a line of their own.
  const members =
    family?.members.flatMap(member => (isVersion(member.clipping) ? [] : [member.clipping])) ?? []
  const see = (what: 'family' | 'versions') => () => comparing.set({ id, what })
  const familyWords = (): string => {
    const count = outletsOf(members)
    const [first] = members
    if (count < 2 || !first) return t('reprints.copies', { count: members.length })
    if (first.id === id || typeof first.published !== 'object') return t('reprints.familyThis', { count })
    const source = first.source?.name ?? t('reprints.noSource')
    return t('reprints.family', { count, source, date: formatDate(first.published.edtf, language) })
  }
  return (
    <section aria-label={t('reprints.label')} className={css('strips')}>
      {members.length > 1 && (
        <div className={css('strip')}>
          <span className={css('words')}>{familyWords()}</span>
          <Button look="quiet" onPress={see('family')}>
            {t('reprints.seeFamily')}
          </Button>
        </div>
      )}
      {versions.length > 1 && (
        <div className={css('strip')}>
          <span className={css('words')}>
            {t('reprints.versions', {
              total: versions.length,
              now: versions.findIndex(version => version.id === id) + 1,
            })}
          </span>
          <Button look="quiet" onPress={see('versions')}>
            {t('reprints.seeVersions')}
          </Button>
        </div>
      )}
    </section>
  )
}
