import { ArrowLeft, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetAside } from '../../../electron/core/model/article.ts'
import { useChange } from '../../api/use-change.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { navigate } from '../../routing/use-route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './SetAside.module.css'
import { entriesOf, setAsideGroups } from './set-aside-groups.ts'
import { useKeptPlace } from './use-kept-place.ts'

const css = classNames(styles)

interface Props {
  readonly id: string
  readonly blocks: readonly SetAside[]
  readonly lang: string | undefined
}

/** Every block that is not in the body, by the list that it stood in, each to be put back where it stood. */
export function SetAsidePane({ id, blocks, lang }: Props) {
  const { t } = useTranslation()
  const restore = useChange('clipping:restore-block')
  const heading = useRef<HTMLHeadingElement>(null)
  const pane = useRef<HTMLElement>(null)
  const keepPlace = useKeptPlace(pane, 'li button', blocks)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section ref={pane} tabIndex={-1} className={css('pane')} aria-labelledby="set-aside-title">
      <Button
        look="quiet"
        icon={<ArrowLeft aria-hidden="true" />}
        onPress={() => navigate({ pane: 'reader' })}
      >
        {t('reader.asideBack')}
      </Button>
      <h2 className={css('title')} id="set-aside-title" ref={heading} tabIndex={-1}>
        {t('reader.asideTitle')}
      </h2>
      <p className={css('intro')}>{t('reader.asideIntro')}</p>
      {blocks.length === 0 && <EmptyState title={t('reader.asideEmpty')} />}
      {setAsideGroups(blocks).map(group => (
        <section key={`${group.list ?? ''} ${group.reason}`} className={css('group')}>
          <h3 className={css('groupTitle')}>
            <span lang={group.list === undefined ? undefined : lang}>
              {group.list ?? t(`reader.reasons.${group.reason}`)}
            </span>
            <span className={css('count')}>{t('reader.asideCount', { count: entriesOf(group) })}</span>
            {group.list !== undefined && group.list !== t(`reader.reasons.${group.reason}`) && (
              <span className={css('reason')}>{t(`reader.reasons.${group.reason}`)}</span>
            )}
          </h3>
          <ul>
            {group.blocks.map(block => (
              <SetAsideLine
                key={block.id}
                block={block}
                lang={lang}
                onRestore={() => {
                  keepPlace()
                  void restore.run({ id, setAsideId: block.id })
                }}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

interface LineProps {
  readonly block: SetAside
  readonly lang: string | undefined
  readonly onRestore: () => void
}

function SetAsideLine({ block, lang, onRestore }: LineProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { item } = block
  const steps: Readonly<Record<string, string>> = t('reader.steps', { returnObjects: true })
  return (
    <li className={css('line')}>
      <div className={css('text')}>
        <p className={css('block', item && 'headline')} lang={lang}>
          {item?.title ?? block.text}
        </p>
        {item?.summary && (
          <p className={css('summary')} lang={lang}>
            {item.summary}
          </p>
        )}
        <p className={css('step')}>
          {[
            item?.published && formatDate(item.published, language, { time: true }),
            block.reason === 'list-heading' && t('reader.reasons.list-heading'),
            block.reason !== 'user' && t('reader.asideStep', { step: steps[block.step] ?? block.step }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Button
        look="quiet"
        icon={<Undo2 aria-hidden="true" />}
        aria-label={t('reader.restoreNamed', { text: (item?.title ?? block.text).slice(0, 40) })}
        onPress={onRestore}
      >
        {t('reader.restore')}
      </Button>
    </li>
  )
}
