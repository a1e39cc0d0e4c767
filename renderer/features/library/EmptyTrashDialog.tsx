import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { emptyingTrash } from './emptying-trash.ts'

const close = () => emptyingTrash.set(false)

/** Asks before the trash is emptied: how many go, and for how long that can be undone. */
export function EmptyTrashDialog() {
  return useStore(emptyingTrash) ? <Question /> : null
}

function Question() {
  const { t } = useTranslation()
  const { data: overview } = useRequest('library:overview', {})
  const empty = useChange('trash:empty')
  // The dialog waits for its figure, so that nothing is confirmed unseen.
  if (!overview) return null
  const count = overview.shelves.trash
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="narrow"
      title={count === 0 ? t('trash.nothing') : t('trash.question', { count })}
      onClose={close}
      actions={
        count === 0 ? (
          <Button autoFocus onPress={close}>
            {t('common.close')}
          </Button>
        ) : (
          <>
            <Button autoFocus onPress={close}>
              {t('common.cancel')}
            </Button>
            <Button
              look="danger"
              isDisabled={empty.isPending}
              onPress={async () => {
                if (await empty.run({})) close()
              }}
            >
              {t('trash.confirm', { count })}
            </Button>
          </>
        )
      }
    >
      <p>{t(count === 0 ? 'timeline.emptyTrashDetail' : 'trash.questionDetail')}</p>
    </Dialog>
  )
}
