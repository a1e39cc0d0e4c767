import { CircleAlert, CircleCheck, Copy, FileClock, Link2 } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportEntry, ImportOutcome } from '../../../electron/core/model/import-ledger.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './EntryRow.module.css'
import { baseName } from './path-words.ts'

const css = classNames(styles)

const ICONS: Readonly<Record<ImportOutcome, ReactNode>> = {
  imported: <CircleCheck />,
  version: <FileClock />,
  duplicate: <Copy />,
  'link-only': <Link2 />,
  failed: <CircleAlert />,
}

/** The file and the item's place in it, as far as the line above does not say so already. */
const whereIn = ({ file, name, title, reason }: ImportEntry): string => {
  const base = baseName(file)
  const known = title || name
  return (
    [base, name.replace(/\s+/g, ' ')]
      .filter((part, at, all) => part !== known && all.indexOf(part) === at)
      .join(' · ') || (reason ? '' : base)
  )
}

interface Props {
  readonly id: string
  /** Undefined while it is on its way. */
  readonly entry: ImportEntry | undefined
  readonly position: number
  readonly total: number
  readonly isActive: boolean
  readonly onPress: () => void
  readonly onOpen: () => void
}

/** One item of a ledger: what it is, and what became of it. */
export const EntryRow = memo(
  function EntryRow({ id, entry, position, total, isActive, onPress, onOpen }: Props) {
    const { t } = useTranslation()
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        aria-posinset={position + 1}
        aria-setsize={total}
        className={css('row', isActive && 'active', entry?.outcome)}
        onClick={onPress}
        onDoubleClick={onOpen}
      >
        {entry && (
          <>
            <span className={css('icon')} aria-hidden="true">
              {ICONS[entry.outcome]}
            </span>
            <span className={css('words')}>
              <span className={css('title')}>{entry.title || entry.name}</span>
              <span className={css('file')}>
                {[entry.reason && t(`importing.reason.${entry.reason}.what`), whereIn(entry)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={css('outcome')}>{t(`importing.outcome.${entry.outcome}`)}</span>
          </>
        )}
      </div>
    )
  },
  (before, after) =>
    before.entry === after.entry && before.isActive === after.isActive && before.total === after.total,
)
