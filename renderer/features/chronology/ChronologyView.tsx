import { CalendarRange, Hourglass } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent, Report } from '../../../electron/core/model/chronology.ts'
import { send } from '../../api/bridge.ts'
import { useCommand } from '../../commands/registry.ts'
import { navigate, useRoute } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { showToast } from '../../ui/toasts.ts'
import { ExportStatus } from '../export/ExportStatus.tsx'
import { exporting } from '../export/running-export.ts'
import { passageToShow } from '../reader/passage-to-show.ts'
import { ChronologyHead } from './ChronologyHead.tsx'
import styles from './ChronologyView.module.css'
import { useChosenEvent } from './chosen-event.ts'
import { useChronologyScope } from './chronology-scope.ts'
import { EventDetail } from './EventDetail.tsx'
import { EventList } from './EventList.tsx'
import { NoEvents } from './NoEvents.tsx'
import { useEventCommands } from './use-event-commands.tsx'
import { useEvents } from './use-events.ts'

const css = classNames(styles)

/** How many events before and after the chosen one can be merged with it. */
const NEIGHBOURS = 8

/** The chronology of a list: its events on the left, the chosen one with its sources on the right. */
export function ChronologyView() {
  const { t } = useTranslation()
  const { status: inAddress = 'proposed' } = useRoute()
  const shown = useChronologyScope()
  const { scope, collection } = shown
  // Without a collection nothing is decided: everything is a proposal.
  const status = collection === undefined ? 'all' : inAddress
  const [rows, setRows] = useState({ first: 0, last: 20 })
  const { list, counts, at, failure, retry, progress } = useEvents(
    scope,
    status === 'all' ? undefined : status,
    rows,
  )
  const listRef = useRef<HTMLDivElement>(null)
  const job = useStore(exporting.job)
  const total = list?.total ?? 0
  const of = JSON.stringify([scope, status])
  const { chosen, choose } = useChosenEvent(of, total, at)
  const event = at(chosen)
  const focusList = useCallback(() => listRef.current?.focus(), [])
  const hasEvents = total > 0
  useEffect(() => {
    if (hasEvents) focusList()
  }, [hasEvents, focusList])
  useCommand('next', () => choose(chosen + 1))
  useCommand('previous', () => choose(chosen - 1))
  const open = (report: Report | undefined) => {
    if (report === undefined || report.isGone) return
    passageToShow.set({ clipping: report.clipping, place: report.place })
    navigate({ view: 'timeline', clipping: report.clipping, pane: 'reader' })
  }
  const openFirst = () => open(event?.reports.find(({ isGone }) => !isGone))
  useCommand('open-report', event ? openFirst : undefined)
  const { dialog, takeDate } = useEventCommands({
    shown,
    event,
    neighbours: neighboursOf(chosen, total, at),
    onNotKept: () =>
      showToast({
        tone: 'failure',
        isPassing: true,
        title: words => words('chronology.notKept'),
        detail: words => words('chronology.notKeptDetail'),
      }),
    onDone: focusList,
  })
  const isTooLong = list !== undefined && list.clippings > list.most
  return (
    <div className={css('view')}>
      <ChronologyHead
        shown={shown}
        status={status}
        counts={counts}
        clippings={list?.clippings}
        hasEvents={hasEvents}
        isTooLong={isTooLong}
      />
      {job.kind !== 'idle' && (
        <div className={css('job')}>
          <ExportStatus job={job} />
        </div>
      )}
      {progress && (
        <div className={css('progress')}>
          <ProgressBar
            label={t('chronology.reading')}
            done={progress.done}
            total={progress.total}
            words={progress.total > 0 ? `${progress.done} / ${progress.total}` : ''}
          />
          <Button onPress={() => void send('chronology:cancel', {})}>{t('common.cancel')}</Button>
        </div>
      )}
      {failure !== undefined && list === undefined && (
        <EmptyState
          icon={<Hourglass />}
          title={t(failure === 'cancelled' ? 'chronology.cancelled' : 'chronology.readFailed')}
          actions={<Button onPress={retry}>{t('common.retry')}</Button>}
        />
      )}
      {isTooLong && (
        <EmptyState icon={<CalendarRange />} title={t('chronology.tooLong', { count: list.clippings })}>
          {t('chronology.tooLongDetail', { most: list.most.toLocaleString('en-GB') })}
        </EmptyState>
      )}
      {list && !isTooLong && !hasEvents && <NoEvents clippings={list.clippings} status={status} />}
      {list && hasEvents && (
        <div className={css('columns')}>
          <EventList
            total={total}
            at={at}
            chosen={chosen}
            hasStatus={status === 'all'}
            listRef={listRef}
            onChoose={choose}
            onOpen={openFirst}
            onShow={setRows}
          />
          {event && (
            <EventDetail
              key={event.key}
              event={event}
              isKept={collection !== undefined}
              onOpen={open}
              onTakeDate={takeDate}
            />
          )}
        </div>
      )}
      {dialog}
    </div>
  )
}

/** The events around one, the nearest first. */
function neighboursOf(
  chosen: number,
  total: number,
  at: (index: number) => ListedEvent | undefined,
): readonly ListedEvent[] {
  const places = Array.from({ length: NEIGHBOURS * 2 }, (_, step) =>
    step % 2 === 0 ? chosen + step / 2 + 1 : chosen - (step + 1) / 2,
  )
  return places.filter(index => index >= 0 && index < total).flatMap(index => at(index) ?? [])
}
