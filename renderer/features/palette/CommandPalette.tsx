import { useMemo, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { matchesKeys } from '../../commands/keys.ts'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { currentRoute, showFilter } from '../../routing/use-route.ts'
import { usePlatform } from '../../state/platform.ts'
import { useStore } from '../../state/store.ts'
import { useSettled } from '../../state/use-settled.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { classNames } from '../../ui/class-names.ts'
import dialog from '../../ui/Dialog.module.css'
import { Kbd } from '../../ui/Kbd.tsx'
import { useReadings } from '../tagging/readings.ts'
import styles from './CommandPalette.module.css'
import { giveBack, openPalette, palette } from './palette-open.ts'
import { ENTRY_KINDS, type EntryKind, offered, ranked } from './rank.ts'
import { recentlyUsed, rememberUse } from './recently-used.ts'
import { titleQuery } from './title-query.ts'
import { type Entry, useEntries } from './use-entries.tsx'

const css = classNames({ ...dialog, ...styles })

/** Titles of the whole library are asked for when this many milliseconds nothing was typed. */
const SETTLE_MS = 80

/** Everything that can be done and everywhere one can go, by name: opens on its key. */
export function CommandPalette() {
  useCommand('palette', openPalette)
  return useStore(palette) ? <OpenPalette /> : null
}

function OpenPalette() {
  const { t, i18n } = useTranslation()
  const platform = usePlatform()
  const [typed, setTyped] = useState('')
  const [recent] = useState(recentlyUsed)
  const entries = useEntries(titleQuery(useSettled(typed, SETTLE_MS)), recent)
  const readings = useReadings(useMemo(() => entries.flatMap(({ names }) => names), [entries]))
  const kindWords = useMemo(() => {
    const both = [i18n.getFixedT('en'), i18n.getFixedT('zh-Hans')]
    return Object.fromEntries(
      ENTRY_KINDS.map(kind => [kind, both.map(say => say(`palette.kinds.${kind}`).toLowerCase())]),
    ) as Record<EntryKind, string[]>
  }, [i18n])
  const wanted = typed.trim()
  const { shown, total } = useMemo(
    () =>
      wanted === ''
        ? { shown: offered(entries, recent), total: 0 }
        : ranked(entries, wanted, recent, readings, kindWords),
    [entries, wanted, recent, readings, kindWords],
  )

  const close = () => palette.set(undefined)
  /** Closes at once, so that what is run finds the window as it was, and its own dialog comes back to it. */
  const leaveFor = (run: () => void) => {
    const before = palette.get()
    flushSync(close)
    if (before) giveBack(before)
    run()
  }
  const take = (entry: Entry) => {
    rememberUse(entry.key)
    leaveFor(entry.run)
  }
  const search = () => leaveFor(() => showFilter({ ...currentRoute().filter, shelf: 'all', query: wanted }))
  return (
    <ModalOverlay className={css('scrim')} isOpen isDismissable onOpenChange={open => !open && close()}>
      <Modal className={css('modal', 'palette')}>
        <Dialog className={css('dialog')} aria-label={t('commands.names.palette')}>
          <Combobox
            look="head"
            label={t('palette.field')}
            listLabel={t('palette.list')}
            placeholder={t('palette.placeholder')}
            typed={typed}
            onType={setTyped}
            options={shown}
            keyOf={({ key }) => key}
            isDisabled={({ reason }) => reason !== undefined}
            onTake={take}
            onKey={event => {
              const isOwnKey = COMMANDS.palette.keys.some(keys =>
                matchesKeys(keys, event.nativeEvent, platform),
              )
              if (isOwnKey) close()
              else if (event.key === 'Enter' && shown.length === 0 && wanted !== '') search()
              else return false
              return true
            }}
            nothing={
              <>
                <p>{t('palette.nothing', { typed: wanted })}</p>
                <p className={css('hint')}>{t('palette.searchInstead')}</p>
              </>
            }
          >
            {entry => <EntryLine entry={entry} />}
          </Combobox>
          <div className={css('foot')}>
            <span role="status">
              {wanted === '' ? t('palette.hint') : t('palette.found', { count: total })}
            </span>
            {total > shown.length && <span>{t('palette.more', { count: shown.length })}</span>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={css('icon')} aria-hidden="true">
        {entry.icon}
      </span>
      <span className={css('name')}>{entry.shown ?? entry.names[0]}</span>
      {entry.detail && <span className={css('detail')}>{entry.detail}</span>}
      {entry.reason && <span className={css('reason')}>{entry.reason}</span>}
      <span className={css('kind')}>{entry.group ?? t(`palette.kinds.${entry.kind}`)}</span>
      {entry.keys && <Kbd keys={entry.keys} look="boxed" />}
    </>
  )
}
