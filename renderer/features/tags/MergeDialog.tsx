import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './MergeDialog.module.css'
import { namesWords } from './names-words.ts'
import { planRename } from './tag-plans.ts'
import { useAffected } from './use-affected.ts'

const css = classNames(styles)

interface Props {
  readonly names: readonly string[]
  readonly name: string
  readonly to: string
  readonly onMerged: () => void
  readonly onClose: () => void
}

/** Says what merging two tags changes, and asks. */
export function MergeDialog({ names, name, to, onMerged, onClose }: Props) {
  const { t } = useTranslation()
  const affected = useAffected(name)
  const rename = useChange('tag:rename')
  const plan = planRename(names, name, to)
  const below = plan.kind === 'merge' ? plan.below : 0
  const joins = plan.kind === 'merge' ? plan.joins : []
  const confirm = async () => {
    if (!(await rename.run({ name, to }))) return
    onMerged()
    onClose()
  }
  // The dialog waits for its figures, so that nothing is confirmed unseen.
  if (!affected) return null
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="narrow"
      title={t('tags.mergeQuestion', { name, to })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="strong" autoFocus isDisabled={rename.isPending} onPress={() => void confirm()}>
            {t('tags.mergeConfirm')}
          </Button>
        </>
      }
    >
      <p>
        {[
          affected.clippings > 0
            ? t('tags.mergeDetail', { count: affected.clippings, name, to })
            : t('tags.mergeNone', { name }),
          affected.inTrash > 0 && t('tags.inTrash', { count: affected.inTrash }),
          below > 0 && t('tags.mergeBelow', { count: below }),
          joins.length > 0 && t('tags.mergeJoins', { count: joins.length, names: namesWords(t, joins) }),
          t('tags.undoable'),
        ]
          .filter(Boolean)
          .join(t('common.sentenceGap'))}
      </p>
      {affected.titles.length > 0 && (
        <ul className={css('titles')} aria-label={t('tags.affected')}>
          {affected.titles.map((title, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two clippings may have one title, and the list stays as it is
            <li key={index}>{title || t('timeline.untitled')}</li>
          ))}
          {affected.clippings - affected.inTrash > affected.titles.length && <li aria-hidden="true">…</li>}
        </ul>
      )}
    </Dialog>
  )
}
