import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/core/model/settings.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { showFilter } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { SettingsRow } from '../settings/SettingsRow.tsx'
import { emptyingTrash } from './emptying-trash.ts'
import styles from './LibrarySection.module.css'

const css = classNames(styles)

const DAYS = [7, 30, 90] as const
const FOR_EVER = 'never'

/** How long the trash keeps what is in it, and the way to empty it. */
export function TrashSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const save = useChange('settings:set')
  const { data: overview } = useRequest('library:overview', {})
  const count = overview?.shelves.trash ?? 0
  const { trashDays } = settings
  // A number of days that was written into the settings by hand is a choice too.
  const days = [...new Set([...DAYS, ...(trashDays === null ? [] : [trashDays])])].sort((a, b) => a - b)
  return (
    <>
      <SettingsRow title={t('trash.retention')}>
        <RadioGroup
          hideLabel
          label={t('trash.retention')}
          choices={[
            ...days.map(each => ({ value: String(each), label: t('trash.keep', { count: each }) })),
            { value: FOR_EVER, label: t('trash.keepForEver') },
          ]}
          value={trashDays === null ? FOR_EVER : String(trashDays)}
          onChange={chosen =>
            void save.run({ ...settings, trashDays: chosen === FOR_EVER ? null : Number(chosen) })
          }
        />
        <p className={css('soft')}>{t('trash.retentionDetail')}</p>
      </SettingsRow>
      <SettingsRow title={t('trash.now')}>
        <p className={css('soft')}>{count === 0 ? t('trash.nothing') : t('trash.holds', { count })}</p>
        <div className={css('actions')}>
          <Button onPress={() => showFilter({ ...DEFAULT_FILTER, shelf: 'trash' })}>{t('trash.show')}</Button>
          <Button look="danger" isDisabled={count === 0} onPress={() => emptyingTrash.set(true)}>
            {t('trash.empty')}
          </Button>
        </div>
      </SettingsRow>
    </>
  )
}
