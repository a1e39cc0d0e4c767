import { Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SAMPLE_COLLECTION } from '../../../electron/core/model/sample-name.ts'
import { useRequest } from '../../api/use-request.ts'
import { runCommand } from '../../commands/registry.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './SampleLine.module.css'

const css = classNames(styles)

/** Above the list of the sample: what it is, where it is at its best, and the way to be rid of it. */
export function SampleLine({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  // By its name, so that no other list has the library looked through.
  const isNamed = Object.values<string>(SAMPLE_COLLECTION).includes(name)
  const { data } = useRequest('sample:find', {}, { enabled: isNamed })
  if (!isNamed || data === undefined || data.clippings === 0) return null
  return (
    <div className={css('line')}>
      <Sparkles aria-hidden="true" />
      <p>{t('sample.line')}</p>
      <span className={css('actions')}>
        <Button look="quiet" onPress={() => void runCommand('view-chronology')}>
          {t('sample.chronology')}
        </Button>
        <Button look="quiet" onPress={() => void runCommand('remove-sample')}>
          {t('sample.remove')}
        </Button>
      </span>
    </div>
  )
}
