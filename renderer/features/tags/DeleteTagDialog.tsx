import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { namesWords } from './names-words.ts'
import { tagsBelow } from './tag-plans.ts'
import { useAffected } from './use-affected.ts'

interface Props {
  readonly names: readonly string[]
  readonly name: string
  readonly onDeleted: () => void
  readonly onClose: () => void
}

/** Says what deleting a tag takes away and what stays, and asks. */
export function DeleteTagDialog({ names, name, onDeleted, onClose }: Props) {
  const { t } = useTranslation()
  const affected = useAffected(name)
  const remove = useChange('tag:delete')
  const below = tagsBelow(names, name)
  const confirm = async () => {
    if (!(await remove.run({ name }))) return
    onDeleted()
    onClose()
  }
  // The dialog waits for its figures, so that nothing is confirmed unseen.
  if (!affected) return null
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="narrow"
      title={t('tags.deleteQuestion', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button look="danger" isDisabled={remove.isPending} onPress={() => void confirm()}>
            {t('common.delete')}
          </Button>
        </>
      }
    >
      <p>
        {[
          affected.clippings > 0
            ? t('tags.deleteDetail', { count: affected.clippings })
            : t('tags.deleteNone'),
          affected.inTrash > 0 && t('tags.inTrash', { count: affected.inTrash }),
          below.length > 0 && t('tags.deleteBelow', { count: below.length, names: namesWords(t, below) }),
          t('tags.undoable'),
        ]
          .filter(Boolean)
          .join(t('common.sentenceGap'))}
      </p>
    </Dialog>
  )
}
