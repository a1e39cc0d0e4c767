import { FileDown, FolderPlus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventStatus } from '../../../electron/core/model/chronology.ts'
import { useRequest } from '../../api/use-request.ts'
import { runCommand, useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { navigate, useRoute } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { useScopeName } from '../timeline/use-scope-name.ts'
import styles from './ChronologyHead.module.css'
import { openChronologyOfCollection, type ShownScope } from './chronology-scope.ts'
import { exportChronology, FORMATS } from './export-chronology.ts'
import { KeepDialog } from './KeepDialog.tsx'
import { STATUS_CHOICES, type StatusChoice, StatusSwitch } from './StatusSwitch.tsx'

const css = classNames(styles)

/** Stands in the choice of lists for what the timeline shows, where that is no collection. */
const SHOWN = 'shown'

interface Props {
  readonly shown: ShownScope
  readonly status: StatusChoice
  readonly counts: Readonly<Record<EventStatus, number>> | undefined
  readonly clippings: number | undefined
  readonly hasEvents: boolean
  readonly isTooLong: boolean
}

/** What the chronology is of, which events are on show, and what can be done with all of them. */
export function ChronologyHead({ shown, status, counts, clippings, hasEvents, isTooLong }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { filter } = useRoute()
  const [isKeeping, setKeeping] = useState(false)
  const [isExportOpen, setExportOpen] = useState(false)
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const listName = useScopeName(filter)
  const { scope, collection, isSelection } = shown
  const name = isSelection
    ? t('chronology.selection', { count: clippings ?? 0 })
    : filter.query.trim() || listName
  const options = [
    ...(collection === undefined ? [{ id: SHOWN, name }] : []),
    ...(overview?.collections ?? []).map(({ id, name: called, count }) => ({ id, name: called, count })),
  ]
  const show = (chosen: StatusChoice) =>
    navigate({ status: chosen === 'proposed' ? undefined : chosen }, 'replace')
  const next = STATUS_CHOICES[(STATUS_CHOICES.indexOf(status) + 1) % STATUS_CHOICES.length] ?? 'proposed'
  useCommand('filter-events', collection === undefined ? undefined : () => show(next))
  useCommand('export-chronology', hasEvents ? () => setExportOpen(true) : undefined)
  return (
    <header className={css('head')}>
      <h1 className="visually-hidden">{t('chronology.titleOf', { name })}</h1>
      <div className={css('bar')}>
        <div className={css('list')}>
          <Select
            label={t('chronology.of')}
            hideLabel
            options={options}
            value={collection ?? SHOWN}
            placeholder={t('chronology.choose')}
            onChange={id => {
              if (id !== SHOWN) openChronologyOfCollection(id)
            }}
          />
        </div>
        <span className={css('space')} />
        {collection !== undefined && (
          <Button
            icon={<Plus aria-hidden="true" />}
            keys={COMMANDS['add-event'].keys[0]}
            onPress={() => void runCommand('add-event')}
          >
            {t('chronology.addEvent')}
          </Button>
        )}
        {hasEvents && (
          <Menu
            label={t('chronology.export')}
            isOpen={isExportOpen}
            onOpenChange={setExportOpen}
            trigger={
              <Button icon={<FileDown aria-hidden="true" />} keys={COMMANDS['export-chronology'].keys[0]}>
                {t('chronology.export')}
              </Button>
            }
          >
            {FORMATS.map(format => (
              <MenuItem
                key={format}
                onAction={() =>
                  void exportChronology({
                    scope,
                    format,
                    language,
                    title: t('chronology.titleOf', { name }).slice(0, 300),
                    ...(status !== 'all' && { status }),
                  })
                }
              >
                {t(`chronology.formats.${format}`)}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      {collection !== undefined ? (
        <div className={css('statuses')}>
          <StatusSwitch value={status} counts={counts} onChange={show} />
        </div>
      ) : (
        clippings !== undefined &&
        clippings > 0 &&
        !isTooLong && (
          <div className={css('statuses')}>
            <p className={css('note')}>{t('chronology.onlyShown')}</p>
            <Button icon={<FolderPlus aria-hidden="true" />} onPress={() => setKeeping(true)}>
              {t('chronology.keep')}
            </Button>
          </div>
        )
      )}
      {isKeeping && <KeepDialog scope={scope} name={name} onClose={() => setKeeping(false)} />}
    </header>
  )
}
