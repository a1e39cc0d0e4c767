import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './MatchStepper.module.css'
import type { MatchesOnShow } from './use-matches.ts'

const css = classNames(styles)

/** How many matches the open article has, which is the present one, and the way to the next. */
export function MatchStepper({ matches, now }: MatchesOnShow) {
  const { t } = useTranslation()
  const { count } = matches
  if (count === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" aria-label={t('search.matches')} className={css('stepper')}>
      <IconButton
        size="small"
        label={t('search.previousMatch')}
        keys={COMMANDS['previous-match'].keys[0]}
        icon={<ChevronLeft />}
        onPress={() => void runCommand('previous-match')}
      />
      <span className={css('count')} role="status">
        {now === undefined
          ? t('search.matchCount', { count })
          : t('search.matchOf', { now: now + 1, total: count })}
      </span>
      <IconButton
        size="small"
        label={t('search.nextMatch')}
        keys={COMMANDS['next-match'].keys[0]}
        icon={<ChevronRight />}
        onPress={() => void runCommand('next-match')}
      />
    </div>
  )
}
