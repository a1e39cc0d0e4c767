import { MOST_DRAGGED } from '../../../electron/core/model/export-request.ts'
import { showToast } from '../../ui/toasts.ts'

export const areTooManyToDrag = (ids: readonly string[]): boolean => ids.length > MOST_DRAGGED

/** Says how many can leave the window at once, and what to do with more. */
export const tellTooManyToDrag = (): void =>
  showToast({
    tone: 'failure',
    isPassing: true,
    title: t => t('exporting.tooManyToDrag', { count: MOST_DRAGGED }),
    detail: t => t('exporting.tooManyToDragTodo'),
  })
