import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutletRule } from '../../../electron/core/model/outlet-rule.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { formatInstant } from '../../i18n/format-date.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SettingsRow } from '../settings/SettingsRow.tsx'
import { fieldsOf } from './action-fields.ts'
import { madeAt } from './made-at.ts'
import styles from './OutletsSection.module.css'
import { RuleDialog } from './RuleDialog.tsx'
import { actionWords, outletWords } from './rule-words.ts'

const css = classNames(styles)

/** What corrections have taught: each rule with its outlet, what it does and since when, to be edited and deleted. */
export function OutletsSection() {
  const { t } = useTranslation()
  const { data, error } = useRequest('rule:list', {}, { keepPrevious: true })
  const remove = useChange('rule:delete')
  const [editing, setEditing] = useState<OutletRule>()
  const rules = data?.rules ?? []
  return (
    <SettingsRow title={t('outlets.title')}>
      <p className={css('soft')}>{t('outlets.detail')}</p>
      {error && <p>{t('outlets.readFailed')}</p>}
      {data && rules.length === 0 && (
        <p className={css('none')}>
          <strong>{t('outlets.none')}</strong> {t('outlets.noneDetail')}
        </p>
      )}
      <ul className={css('list')} aria-label={t('outlets.list')}>
        {rules.map(rule => {
          const words = actionWords(t, rule.action)
          return (
            <li key={rule.id} className={css('line')}>
              <div className={css('words')}>
                <p className={css('outlet')}>{outletWords(rule.outlet)}</p>
                <p>{words}</p>
                <p className={css('when')}>{t('outlets.madeAt', { when: formatInstant(madeAt(rule)) })}</p>
              </div>
              {fieldsOf(rule.action).size > 0 && (
                <Button
                  look="quiet"
                  aria-label={t('outlets.editNamed', { rule: words })}
                  onPress={() => setEditing(rule)}
                >
                  {t('outlets.edit')}
                </Button>
              )}
              <Button
                look="quiet"
                aria-label={t('outlets.deleteNamed', { rule: words })}
                onPress={() => void remove.run({ id: rule.id })}
              >
                {t('common.delete')}
              </Button>
            </li>
          )
        })}
      </ul>
      {editing && <RuleDialog key={editing.id} rule={editing} onClose={() => setEditing(undefined)} />}
    </SettingsRow>
  )
}
