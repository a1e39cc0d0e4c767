import { CalendarRange } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { StatusChoice } from './StatusSwitch.tsx'

interface Props {
  readonly clippings: number
  readonly status: StatusChoice
}

/** Why there is no event on show. */
export function NoEvents({ clippings, status }: Props) {
  const { t } = useTranslation()
  if (clippings === 0)
    return (
      <EmptyState
        icon={<CalendarRange />}
        title={t('chronology.noClippings')}
        actions={
          <Button onPress={() => navigate({ view: 'timeline', pane: 'list' })}>
            {t('chronology.toTimeline')}
          </Button>
        }
      >
        {t('chronology.noClippingsDetail')}
      </EmptyState>
    )
  return (
    <EmptyState icon={<CalendarRange />} title={t(`chronology.none.${status}.title`)}>
      {t(`chronology.none.${status}.detail`)}
    </EmptyState>
  )
}
