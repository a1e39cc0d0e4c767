import { FolderInput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoute } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ImportDetail } from './ImportDetail.tsx'
import { ImportList } from './ImportList.tsx'
import styles from './ImportView.module.css'
import { NewImport } from './NewImport.tsx'
import { showImport } from './start-import.ts'
import { useImports } from './use-imports.ts'

const css = classNames(styles)

/** Imports: at the left those that were, and the way to a new one; at the right the one that is on show. */
export function ImportView() {
  const { t } = useTranslation()
  const { import: id } = useRoute()
  const { imports, isFailed, isKnown } = useImports()
  const chosen = imports.find(one => one.id === id)
  return (
    <div className={css('view')} data-foot="import" data-chosen={chosen ? '' : undefined}>
      <div className={css('columns')}>
        <ImportList imports={imports} chosen={id} isFailed={isFailed} />
        {chosen ? (
          <ImportDetail key={chosen.id} shown={chosen} />
        ) : id === undefined || !isKnown ? (
          <NewImport />
        ) : (
          <section className={css('page')} aria-label={t('importing.title')}>
            <EmptyState
              icon={<FolderInput />}
              title={t('importing.gone')}
              actions={<Button onPress={() => showImport(undefined)}>{t('importing.newImport')}</Button>}
            >
              {t('importing.goneDetail')}
            </EmptyState>
          </section>
        )}
      </div>
    </div>
  )
}
