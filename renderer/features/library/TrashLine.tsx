import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { emptyingTrash } from './emptying-trash.ts'
import styles from './TrashLine.module.css'

const css = classNames(styles)

/** Above the list of the trash: when things go, and the way to let them go now. */
export function TrashLine() {
  const { t } = useTranslation()
  const { data: start } = useRequest('app:start', {})
  const { data: overview } = useRequest('library:overview', {})
  if (!start || !overview || overview.shelves.trash === 0) return null
  const { trashDays } = start.settings
  return (
    <div className={css('line')}>
      <p>{trashDays === null ? t('trash.lineNever') : t('trash.line', { count: trashDays })}</p>
      <Button look="quiet" onPress={() => emptyingTrash.set(true)}>
        {t('trash.empty')}
      </Button>
    </div>
  )
}
