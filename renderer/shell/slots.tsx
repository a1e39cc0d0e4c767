import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '../routing/route.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

function Coming() {
  const { t } = useTranslation()
  return <EmptyState title={t('shell.comingTitle')} />
}

/** The views that take the whole place beside the sidebar; the timeline is laid out by the shell itself. */
export const VIEW_SLOTS: Readonly<Record<Exclude<View, 'timeline'>, ComponentType>> = {
  tags: Coming,
  export: Coming,
  settings: Coming,
}
