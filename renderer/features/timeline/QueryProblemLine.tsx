import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../../state/use-settled.ts'
import { classNames } from '../../ui/class-names.ts'
import { unreadableWords } from '../search/typed-query.ts'
import styles from './QueryProblemLine.module.css'

const css = classNames(styles)

/** Longer than the pause between two letters: half a word is not yet a mistake. */
const TYPED_MS = 500

/** Under the search field: which words of the query cannot be read, and what can be written there. */
export const QueryProblemLine = memo(function QueryProblemLine({ query }: { readonly query: string }) {
  const { t } = useTranslation()
  const settled = useSettled(query, TYPED_MS)
  const unreadable = useMemo(() => unreadableWords(settled), [settled])
  const problem = settled === query ? unreadable : undefined
  return (
    <div role="status">
      {problem && (
        <p className={css('line')}>{t(`timeline.unreadable.${problem.code}`, { words: problem.words })}</p>
      )}
    </div>
  )
})
