import { FolderOpen, Newspaper } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { printKeys } from '../../commands/keys.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { usePlatform } from '../../state/platform.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { PasteButton } from '../clip/PasteButton.tsx'
import { useOpenSample } from '../sample/use-sample.ts'
import styles from './Welcome.module.css'

const css = classNames(styles)

/** What an empty library says: how a first clipping gets in, and a sample to look at. */
export function Welcome() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const sample = useOpenSample()
  return (
    <section className={css('welcome')} aria-labelledby="welcome">
      <div className={css('words')}>
        <h1 id="welcome" className={css('title')}>
          {t('timeline.welcomeTitle')}
        </h1>
        <ol className={css('steps')}>
          <li>
            <strong>{t('timeline.stepClip')}</strong>
            <p>
              {t('timeline.welcomePaste', { keys: printKeys('Mod+V', platform) })}
              {t('common.sentenceGap')}
              {t('timeline.welcomeDrop')}
              {t('common.sentenceGap')}
              {t('timeline.welcomeOpen')}
            </p>
          </li>
          <li>
            <strong>{t('timeline.stepCheck')}</strong>
            <p>{t('timeline.welcomeCheck')}</p>
          </li>
          <li>
            <strong>{t('timeline.stepSee')}</strong>
            <p>{t('timeline.welcomeSee')}</p>
          </li>
        </ol>
        <div className={css('actions')}>
          <PasteButton />
          <Button
            icon={<FolderOpen aria-hidden="true" />}
            keys={COMMANDS['open-files'].keys[0]}
            onPress={() => void runCommand('open-files')}
          >
            {t('clip.open')}
          </Button>
        </div>
        <div className={css('sample')}>
          <Button
            look="quiet"
            icon={<Newspaper aria-hidden="true" />}
            isDisabled={sample.isPending}
            onPress={() => void sample.open()}
          >
            {t('timeline.welcomeSample')}
          </Button>
          <span>{t('timeline.welcomeSampleNote')}</span>
        </div>
        <p className={css('promise')}>{t('timeline.welcomePromise')}</p>
      </div>
    </section>
  )
}
