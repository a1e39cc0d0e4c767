import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventStatus, ListedEvent } from '../../../electron/core/model/chronology.ts'
import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { useChange } from '../../api/use-change.ts'
import { useCommand } from '../../commands/registry.ts'
import { ChooseDialog } from './ChooseDialog.tsx'
import type { ShownScope } from './chronology-scope.ts'
import { decideAtOnce } from './decided-at-once.ts'
import { EventChoice, ReportChoice } from './EventChoice.tsx'
import { EventDialog } from './EventDialog.tsx'

interface Props {
  readonly shown: ShownScope
  readonly event: ListedEvent | undefined
  /** Events around the chosen one that it can be merged with, the nearest first. */
  readonly neighbours: readonly ListedEvent[]
  /** What is said where decisions are not kept. */
  readonly onNotKept: () => void
  /** Gives the focus back to the list. */
  readonly onDone: () => void
}

type Asking = 'edit' | 'add' | 'merge' | 'split'

export interface EventCommands {
  readonly dialog: ReactNode
  readonly takeDate: (date: Edtf) => void
}

/** What can be done with the chosen event, by keys and by the buttons that run the same commands. */
export function useEventCommands({ shown, event, neighbours, onNotKept, onDone }: Props): EventCommands {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asking>()
  const decide = useChange('chronology:decide')
  const edit = useChange('chronology:edit')
  const merge = useChange('chronology:merge')
  const split = useChange('chronology:split')
  const add = useChange('chronology:add')
  const remove = useChange('chronology:remove')
  const { scope, collection } = shown
  const isKept = collection !== undefined
  const reports = event?.reports ?? []
  const clippings = [...new Set(reports.map(({ clipping }) => clipping))]

  const toggled = (status: EventStatus) => () => {
    if (!isKept) return onNotKept()
    if (event === undefined) return undefined
    const next = event.status === status ? 'proposed' : status
    const shown = decideAtOnce(scope, event.key, next)
    return void decide.run({ scope, keys: [event.key], status: next }).then(done => done ?? shown.undo())
  }
  const ask = (what: Asking, isPossible: boolean) => () => {
    if (!isKept) onNotKept()
    else if (isPossible) setAsking(what)
  }
  const hasEvent = event !== undefined
  useCommand('accept-event', toggled('accepted'))
  useCommand('reject-event', toggled('rejected'))
  useCommand('edit-event', ask('edit', hasEvent))
  useCommand('merge-event', ask('merge', hasEvent && neighbours.length > 0))
  useCommand('split-event', ask('split', clippings.length > 1))
  useCommand('add-event', ask('add', true))
  // A proposal has an id only once something is made of it.
  const isOwn = hasEvent && isKept && !event.key.includes('.')
  useCommand('remove-event', isOwn ? () => void remove.run({ id: event.key }) : undefined)

  const close = () => {
    setAsking(undefined)
    onDone()
  }
  const takeDate = (date: Edtf) => {
    if (event)
      void edit.run({ scope, key: event.key, date, ...(event.hasOwnWords && { words: event.words }) })
  }
  const dialogs: Readonly<Record<Asking, () => ReactNode>> = {
    add: () => (
      <EventDialog
        event={undefined}
        onClose={close}
        onSave={({ date, words }) => {
          close()
          if (collection !== undefined) void add.run({ collection, date: date ?? '', words: words ?? '' })
        }}
      />
    ),
    edit: () =>
      event && (
        <EventDialog
          event={event}
          onClose={close}
          onSave={({ date, words }) => {
            close()
            const own = { ...(date !== undefined && { date }), ...(words !== undefined && { words }) }
            void edit.run({ scope, key: event.key, ...own })
          }}
        />
      ),
    merge: () =>
      event && (
        <ChooseDialog
          title={t('chronology.mergeTitle')}
          label={t('chronology.mergeLabel')}
          action={t('chronology.merge')}
          most={neighbours.length}
          choices={neighbours.map(other => ({ value: other.key, content: <EventChoice event={other} /> }))}
          onClose={close}
          onChoose={keys => {
            close()
            void merge.run({ scope, keys: [event.key, ...keys] })
          }}
        />
      ),
    split: () =>
      event && (
        <ChooseDialog
          title={t('chronology.splitTitle')}
          label={t('chronology.splitLabel')}
          action={t('chronology.split')}
          // One at least stays.
          most={clippings.length - 1}
          choices={clippings.map(clipping => ({
            value: clipping,
            content: <ReportChoice reports={reports.filter(report => report.clipping === clipping)} />,
          }))}
          onClose={close}
          onChoose={chosen => {
            close()
            void split.run({ scope, key: event.key, clippings: [...chosen] })
          }}
        />
      ),
  }
  return { dialog: asking && dialogs[asking](), takeDate }
}
