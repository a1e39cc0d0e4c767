import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useStore } from '../../state/store.ts'
import { foldedTags } from './folded-tags.ts'
import { filterTags, type TagLine, tagLines } from './tag-lines.ts'

/** While the tree is filtered every match is shown, folded or not. */
const NOTHING_FOLDED: ReadonlySet<string> = new Set()

/** The lines of the tree as it stands: filtered by what was typed, folded, in the order of the language. */
export function useTagLines(
  tags: Overview['tags'],
  typed: string,
): { readonly lines: readonly TagLine[]; readonly folded: ReadonlySet<string> } {
  const { i18n } = useTranslation()
  const allFolded = useStore(foldedTags)
  const folded = typed.trim() === '' ? allFolded : NOTHING_FOLDED
  const lines = useMemo(() => {
    const { compare } = new Intl.Collator(i18n.language, { numeric: true })
    return tagLines(filterTags(tags, typed), folded, compare)
  }, [tags, typed, folded, i18n.language])
  return { lines, folded }
}
