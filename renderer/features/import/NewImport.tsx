import { FilePlus2, FolderPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './NewImport.module.css'

const css = classNames(styles)

const KINDS = ['pages', 'documents', 'services', 'notes'] as const

/** How an import is started, and what can be read. */
export function NewImport() {
  const { t } = useTranslation()
  return (
    <section className={css('page')} aria-labelledby="new-import">
      <div className={css('words')}>
        <h2 id="new-import" className={css('title')}>
          {t('importing.newTitle')}
        </h2>
        <p className={css('lead')}>{t('importing.newDetail')}</p>
        <div className={css('actions')}>
          <Button
            look="strong"
            icon={<FilePlus2 aria-hidden="true" />}
            keys={COMMANDS['open-files'].keys[0]}
            onPress={() => void runCommand('open-files')}
          >
            {t('importing.chooseFiles')}
          </Button>
          <Button
            icon={<FolderPlus aria-hidden="true" />}
            keys={COMMANDS['import-folder'].keys[0]}
            onPress={() => void runCommand('import-folder')}
          >
            {t('importing.chooseFolder')}
          </Button>
        </div>
        <h3 className={css('heading')}>{t('importing.readable')}</h3>
        <dl className={css('kinds')}>
          {KINDS.map(kind => (
            <div key={kind} className={css('kind')}>
              <dt>{t(`importing.formats.${kind}.what`)}</dt>
              <dd>{t(`importing.formats.${kind}.which`)}</dd>
            </div>
          ))}
        </dl>
        <p className={css('promise')}>{t('importing.promise')}</p>
      </div>
    </section>
  )
}
