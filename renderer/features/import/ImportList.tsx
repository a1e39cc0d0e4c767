import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePlay,
  CircleSlash,
  CircleStop,
  Plus,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../i18n/format-date.ts'
import { formatRoute } from '../../routing/route.ts'
import { useRoute } from '../../routing/use-route.ts'
import { classNames } from '../../ui/class-names.ts'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { moveFocus } from '../sidebar/arrow-focus.ts'
import { countWords } from './count-words.ts'
import styles from './ImportList.module.css'
import { type Phase, phaseOf } from './import-phase.ts'
import { importName } from './path-words.ts'
import type { ShownImport } from './use-imports.ts'

const css = classNames(styles)

const ICONS: Readonly<Record<Phase, ReactNode>> = {
  planning: <CircleDashed />,
  planned: <CircleDashed />,
  running: <CirclePlay />,
  interrupted: <CircleAlert />,
  cancelled: <CircleStop />,
  done: <CircleCheck />,
  undone: <Undo2 />,
}

interface Props {
  readonly imports: readonly ShownImport[]
  readonly chosen: string | undefined
  readonly isFailed: boolean
}

/** The imports of the library, each a link to its ledger, and the way to a new one. */
export function ImportList({ imports, chosen, isFailed }: Props) {
  const { t } = useTranslation()
  const route = useRoute()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const current = (isCurrent: boolean) => (isCurrent ? ({ 'aria-current': 'page' } as const) : {})
  return (
    <nav className={css('side')} aria-label={t('importing.past')} onKeyDown={moveFocus}>
      <h1 className={css('title')} ref={heading} tabIndex={-1}>
        {t('importing.title')}
      </h1>
      <a
        href={formatRoute({ ...route, import: undefined })}
        data-nav-item=""
        className={css('link', 'new')}
        draggable={false}
        {...current(chosen === undefined)}
      >
        <span className={css('icon')} aria-hidden="true">
          <Plus />
        </span>
        {t('importing.newImport')}
      </a>
      <ul className={css('list')}>
        {imports.map(one => {
          const phase = phaseOf(one)
          return (
            <li key={one.id}>
              <a
                href={formatRoute({ ...route, import: one.id })}
                data-nav-item=""
                className={css('link', phase)}
                draggable={false}
                {...current(one.id === chosen)}
              >
                <span className={css('icon')} aria-hidden="true">
                  {phase === 'done' && one.summary.counts.failed > 0 ? <CircleSlash /> : ICONS[phase]}
                </span>
                <span className={css('words')}>
                  <span className={css('name')}>{importName(t, one.summary)}</span>
                  <span className={css('when')}>
                    {phase !== 'done' && `${t(`importing.state.${phase}`)} · `}
                    {formatInstant(one.summary.startedAt)}
                  </span>
                  <span className={css('counts')}>{countWords(t, one.summary.counts)}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      {isFailed && <p className={css('none')}>{t('importing.listFailed')}</p>}
      {imports.length === 0 && !isFailed && <p className={css('none')}>{t('importing.pastNone')}</p>}
    </nav>
  )
}
