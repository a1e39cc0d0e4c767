import { useTranslation } from 'react-i18next'
import type { SetAside } from '../../../electron/core/model/article.ts'
import { runCommand } from '../../commands/registry.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './SetAside.module.css'
import { setAsideSummary } from './set-aside-groups.ts'

const css = classNames(styles)

/** Says above the body that something of the source is not in it, and leads there. */
export function SetAsideStrip({ blocks }: { readonly blocks: readonly SetAside[] }) {
  const { t } = useTranslation()
  const { count, lists } = setAsideSummary(blocks)
  if (count === 0) return null
  return (
    <div className={css('strip')}>
      <span className={css('stripWords')}>
        {lists.length > 0
          ? t('reader.asideStrip', { count, lists: lists.join(' / ') })
          : t('reader.asideStripPlain', { count })}
      </span>
      <Button look="quiet" onPress={() => void runCommand('show-set-aside')}>
        {t('reader.asideView')}
      </Button>
    </div>
  )
}
