import { FolderInput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/core/model/settings.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { COMMANDS } from '../../commands/table.ts'
import { formatInstant } from '../../i18n/format-date.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { rereading } from '../rereading/reading-again.ts'
import { SettingsRow } from '../settings/SettingsRow.tsx'
import { countWords } from './count-words.ts'
import styles from './ImportSection.module.css'
import { showImport } from './start-import.ts'

const css = classNames(styles)

/** The folder whose new files are clipped by themselves, what came of it last, the way to all imports, and reading originals again. */
export function ImportSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const save = useChange('settings:set')
  const choose = useChange('import:choose', { quiet: true })
  const { watchedFolder } = settings
  const chooseFolder = async () => {
    const [path] = (await choose.run({ what: 'folder' }))?.paths ?? []
    if (path !== undefined) await save.run({ ...settings, watchedFolder: path })
  }
  return (
    <>
      <SettingsRow title={t('importing.watch.title')}>
        <p className={css('soft')}>{t('importing.watch.detail')}</p>
        <p className={css(watchedFolder === null ? 'off' : 'path')}>
          {watchedFolder ?? t('importing.watch.off')}
        </p>
        <div className={css('actions')}>
          <Button onPress={() => void chooseFolder()}>
            {t(watchedFolder === null ? 'importing.watch.choose' : 'importing.watch.change')}
          </Button>
          {watchedFolder !== null && (
            <Button onPress={() => void save.run({ ...settings, watchedFolder: null })}>
              {t('importing.watch.stop')}
            </Button>
          )}
        </div>
      </SettingsRow>
      {watchedFolder !== null && (
        <SettingsRow title={t('importing.watch.last')}>
          <LastWatched />
        </SettingsRow>
      )}
      <SettingsRow title={t('importing.howTitle')}>
        <p className={css('soft')}>{t('importing.howDetail')}</p>
        <Button
          icon={<FolderInput aria-hidden="true" />}
          keys={COMMANDS['view-import'].keys[0]}
          onPress={() => showImport(undefined)}
        >
          {t('importing.toView')}
        </Button>
      </SettingsRow>
      <SettingsRow title={t('rereading.settings')}>
        <p className={css('soft')}>{t('rereading.settingsDetail')}</p>
        <Button onPress={() => rereading.set({})}>{t('rereading.settingsStart')}</Button>
      </SettingsRow>
    </>
  )
}

/** What came of the files that were saved into the folder last. */
function LastWatched() {
  const { t } = useTranslation()
  const { data } = useRequest('import:list', {}, { keepPrevious: true })
  const last = data?.imports.find(({ kind }) => kind === 'watched')
  if (!last) return <p className={css('soft')}>{t('importing.watch.never')}</p>
  return (
    <>
      <p className={css('last')}>
        {formatInstant(last.endedAt ?? last.startedAt)} · {countWords(t, last.counts)}
      </p>
      <Button onPress={() => showImport(last.id)}>{t('importing.shown')}</Button>
    </>
  )
}
