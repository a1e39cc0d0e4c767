import { FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/core/model/settings.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import styles from './SettingsView.module.css'

const css = classNames(styles)

const LANGUAGES = ['system', 'en', 'zh-Hans'] as const
const THEMES = ['system', 'light', 'dark'] as const
const PROMISES = ['kept', 'local', 'stated', 'quiet'] as const

/** What can be chosen, where the library is, and what the product promises. Choices apply at once. */
export function SettingsView() {
  const { data: start } = useRequest('app:start', {})
  return start ? <SettingsPage start={start} /> : null
}

function SettingsPage({ start }: { readonly start: Output<'app:start'> }) {
  const { t } = useTranslation()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const save = useChange('settings:set')
  const reveal = useChange('library:reveal')
  const { settings } = start
  const change = (part: Partial<Settings>) => void save.run({ ...settings, ...part })
  return (
    <section className={css('view')} aria-labelledby="settings-title">
      <div className={css('page')}>
        <h1 className={css('title')} id="settings-title" ref={heading} tabIndex={-1}>
          {t('settings.title')}
        </h1>
        <Part title={t('settings.language')}>
          <RadioGroup
            hideLabel
            label={t('settings.language')}
            choices={LANGUAGES.map(value => ({ value, label: t(`settings.languages.${value}`) }))}
            value={settings.language}
            onChange={language => change({ language })}
          />
        </Part>
        <Part title={t('settings.theme')}>
          <RadioGroup
            hideLabel
            label={t('settings.theme')}
            choices={THEMES.map(value => ({ value, label: t(`settings.themes.${value}`) }))}
            value={settings.theme}
            onChange={theme => change({ theme })}
          />
        </Part>
        <Part title={t('settings.library')}>
          <p className={css('path')}>{start.library.path}</p>
          <p className={css('soft')}>{t('settings.libraryDetail')}</p>
          <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => void reveal.run({})}>
            {t('settings.reveal')}
          </Button>
        </Part>
        <Part title={t('settings.promises')}>
          <ul className={css('promises')}>
            {PROMISES.map(promise => (
              <li key={promise}>
                <strong>{t(`settings.promise.${promise}.what`)}</strong>{' '}
                <span className={css('soft')}>{t(`settings.promise.${promise}.how`)}</span>
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('settings.version')}>
          <p className={css('version')}>
            {t('common.appName')} {start.version}
          </p>
          <Button keys={COMMANDS['show-keys'].keys[0]} onPress={() => runCommand('show-keys')}>
            {t('settings.shortcuts')}
          </Button>
        </Part>
      </div>
    </section>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={css('part')}>
      <h2 className={css('name')}>{title}</h2>
      <div className={css('content')}>{children}</div>
    </div>
  )
}
