import { Archive, FolderInput, History, Newspaper, SlidersHorizontal, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useRequest } from '../../api/use-request.ts'
import { formatRoute, SECTIONS, type Section } from '../../routing/route.ts'
import { useRoute } from '../../routing/use-route.ts'
import { classNames } from '../../ui/class-names.ts'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { ImportSection } from '../import/ImportSection.tsx'
import { BackupsSection } from '../library/BackupsSection.tsx'
import { LibrarySection } from '../library/LibrarySection.tsx'
import { TrashSection } from '../library/TrashSection.tsx'
import { OutletsSection } from '../outlets/OutletsSection.tsx'
import { moveFocus } from '../sidebar/arrow-focus.ts'
import { GeneralSection } from './GeneralSection.tsx'
import styles from './SettingsView.module.css'

const css = classNames(styles)

const ICONS: Readonly<Record<Section, ReactNode>> = {
  general: <SlidersHorizontal />,
  import: <FolderInput />,
  outlets: <Newspaper />,
  library: <Archive />,
  backups: <History />,
  trash: <Trash2 />,
}

/** What can be chosen and looked after, in sections with a list of them at the side. */
export function SettingsView() {
  const { data: start } = useRequest('app:start', {})
  return start ? <SettingsPage start={start} /> : null
}

function SettingsPage({ start }: { readonly start: Output<'app:start'> }) {
  const { t } = useTranslation()
  const route = useRoute()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const section = route.section ?? 'general'
  return (
    <section className={css('view')} aria-labelledby="settings-title">
      <div className={css('columns')}>
        <nav className={css('side')} aria-label={t('settings.sections')} onKeyDown={moveFocus}>
          <h1 className={css('title')} id="settings-title" ref={heading} tabIndex={-1}>
            {t('settings.title')}
          </h1>
          <ul className={css('list')}>
            {SECTIONS.map(id => (
              <li key={id}>
                <a
                  href={formatRoute({ ...route, section: id === 'general' ? undefined : id })}
                  data-nav-item=""
                  className={css('link')}
                  draggable={false}
                  {...(id === section ? { 'aria-current': 'page' } : {})}
                >
                  <span className={css('icon')} aria-hidden="true">
                    {ICONS[id]}
                  </span>
                  {t(`settings.section.${id}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={css('scroller')} key={section}>
          <div className={css('page')}>
            <h2 className={css('heading')}>{t(`settings.section.${section}`)}</h2>
            {section === 'general' && <GeneralSection start={start} />}
            {section === 'import' && <ImportSection settings={start.settings} />}
            {section === 'outlets' && <OutletsSection />}
            {section === 'library' && <LibrarySection />}
            {section === 'backups' && <BackupsSection />}
            {section === 'trash' && <TrashSection settings={start.settings} />}
          </div>
        </div>
      </div>
    </section>
  )
}
