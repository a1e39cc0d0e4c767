import { Check, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { useChange } from '../../api/use-change.ts'
import { runCommand } from '../../commands/registry.ts'
import { formatDate, offsetOf } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { DEFAULT_FILTER, DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { TagChip, useTagColours } from '../../ui/TagChip.tsx'
import { useDraggingOut } from '../export/use-dragging-out.ts'
import { Marked } from '../search/Marked.tsx'
import styles from './ArticleHeader.module.css'
import type { MatchesOnShow } from './use-matches.ts'

const css = classNames(styles)

interface Props extends MatchesOnShow {
  readonly clipping: Clipping
}

/** Title, who and when and from where, that the original is kept, and the tags. */
export function ArticleHeader({ clipping, matches, now }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const colourOf = useTagColours()
  const change = useChange('clipping:mark', { quiet: true })
  const out = useDraggingOut()
  const gap = t('common.listGap')
  const { published } = clipping
  const date =
    typeof published === 'object' ? formatDate(published.edtf, language, { time: true }) : undefined
  const offset =
    typeof published === 'object' && published.zone === 'stated' ? offsetOf(published.edtf) : undefined
  const lang = clipping.language === 'und' ? undefined : clipping.language
  return (
    <header>
      <h1
        className={css('title')}
        id="article-title"
        lang={lang}
        onPointerDown={event => {
          // Otherwise its words are selected, as ever.
          event.currentTarget.draggable = event.altKey
          out.prepare(event, [clipping.id])
        }}
        onDragStart={event => void out.start(event, [clipping.id])}
      >
        {clipping.title ? (
          <Marked text={clipping.title} places={matches.title} now={now} />
        ) : (
          t('timeline.untitled')
        )}
      </h1>
      <div className={css('facts')}>
        {clipping.bylines.length > 0 && <strong lang={lang}>{clipping.bylines.join(gap)}</strong>}
        {date ? (
          <time dateTime={typeof published === 'object' ? published.edtf : undefined}>
            {date}
            {offset && ` ${offset}`}
          </time>
        ) : (
          <span className={css('unstated')}>{t('reader.notDated')}</span>
        )}
        {clipping.sources.length > 0 && (
          <span>
            {t('reader.sources')} {clipping.sources.map(({ name }) => name).join(gap)}
          </span>
        )}
        {clipping.editors.length > 0 && (
          <span>
            {t('reader.editors')} {clipping.editors.join(gap)}
          </span>
        )}
        {clipping.originals.length > 0 && (
          <span className={css('kept')} title={t('reader.originalKeptDetail')}>
            <Check aria-hidden="true" />
            {t('reader.originalKept')}
          </span>
        )}
      </div>
      <ul className={css('tags')} aria-label={t('reader.tags')}>
        {clipping.tags.map(tag => (
          <li key={tag}>
            <TagChip
              name={tag}
              colour={colourOf(tag)}
              href={formatRoute({
                ...DEFAULT_ROUTE,
                filter: { ...DEFAULT_FILTER, tag },
                clipping: clipping.id,
              })}
              action={
                <span className={css('remove')}>
                  <IconButton
                    size="small"
                    label={t('reader.removeTag', { name: tag })}
                    icon={<X />}
                    onPress={() =>
                      void change.run({ ids: [clipping.id], mark: { mark: 'tag', tag, on: false } })
                    }
                  />
                </span>
              }
            />
          </li>
        ))}
        <li className={css('add')}>
          <Button look="quiet" icon={<Plus aria-hidden="true" />} onPress={() => void runCommand('tag')}>
            {t('reader.addTag')}
          </Button>
        </li>
      </ul>
    </header>
  )
}
