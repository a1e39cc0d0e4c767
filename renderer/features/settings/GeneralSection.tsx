import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/core/model/settings.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useChange } from '../../api/use-change.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { StyleChoice } from '../citations/StyleChoice.tsx'
import styles from './GeneralSection.module.css'
import { SettingsRow } from './SettingsRow.tsx'

const css = classNames(styles)

const LANGUAGES = ['system', 'en', 'zh-Hans'] as const
const THEMES = ['system', 'light', 'dark'] as const
const PROMISES = ['kept', 'local', 'stated', 'quiet'] as const

/** Language and appearance, which apply at once, and what the product promises. */
export function GeneralSection({ start }: { readonly start: Output<'app:start'> }) {
  const { t } = useTranslation()
  const save = useChange('settings:set')
  const { settings } = start
  const change = (part: Partial<Settings>) => void save.run({ ...settings, ...part })
  return (
    <>
      <SettingsRow title={t('settings.language')}>
        <RadioGroup
          hideLabel
          label={t('settings.language')}
          choices={LANGUAGES.map(value => ({ value, label: t(`settings.languages.${value}`) }))}
          value={settings.language}
          onChange={language => change({ language })}
        />
      </SettingsRow>
      <SettingsRow title={t('settings.theme')}>
        <RadioGroup
          hideLabel
          label={t('settings.theme')}
          choices={THEMES.map(value => ({ value, label: t(`settings.themes.${value}`) }))}
          value={settings.theme}
          onChange={theme => change({ theme })}
        />
      </SettingsRow>
      <SettingsRow title={t('citations.style')}>
        <StyleChoice hideLabel />
        <p className={css('credit')}>{t('citations.credit')}</p>
      </SettingsRow>
      <SettingsRow title={t('settings.promises')}>
        <ul className={css('promises')}>
          {PROMISES.map(promise => (
            <li key={promise}>
              <strong>{t(`settings.promise.${promise}.what`)}</strong>{' '}
              <span className={css('how')}>{t(`settings.promise.${promise}.how`)}</span>
            </li>
          ))}
        </ul>
      </SettingsRow>
      <SettingsRow title={t('settings.version')}>
        <p className={css('version')}>
          {t('common.appName')} {start.version}
        </p>
        <Button keys={COMMANDS['show-keys'].keys[0]} onPress={() => runCommand('show-keys')}>
          {t('settings.shortcuts')}
        </Button>
      </SettingsRow>
    </>
  )
}
