import { Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TagSuggestion } from '../../../electron/core/model/tag-advice.ts'
import { useRequest } from '../../api/use-request.ts'
import { printKeys } from '../../commands/keys.ts'
import { usePlatform } from '../../state/platform.ts'
import { classNames } from '../../ui/class-names.ts'
import { useTagColours } from '../../ui/TagChip.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import tagButtons from '../../ui/tag-buttons.module.css'
import styles from './Suggestions.module.css'

const css = classNames({ ...tagButtons, ...styles })

/** What the text of the one clipping speaks for; none for several. */
export function useSuggestions(ids: readonly string[]): readonly TagSuggestion[] | undefined {
  const [id = ''] = ids
  const isOne = ids.length === 1
  const { data } = useRequest('tag:suggest', { id }, { enabled: isOne, keepPrevious: true })
  return isOne ? data?.suggestions : []
}

/** Which suggestion a key asks for: Alt and its number, wherever the number stands on the keyboard. */
export function suggestionOf({ nativeEvent: { altKey, ctrlKey, metaKey, code } }: KeyboardEvent): number {
  const digit = /^Digit([1-9])$/u.exec(code)?.[1]
  return altKey && !ctrlKey && !metaKey && digit !== undefined ? Number(digit) - 1 : -1
}

interface Props {
  /** Undefined while they are looked for: their room is kept. */
  readonly suggestions: readonly TagSuggestion[] | undefined
  readonly onTake: (suggestion: TagSuggestion) => void
}

/** Tags that the text speaks for. Nothing is tagged before one of them is taken. */
export function Suggestions({ suggestions, onTake }: Props) {
  const { t } = useTranslation()
  const platform = usePlatform()
  const colourOf = useTagColours()
  if (suggestions?.length === 0) return null
  return (
    <section className={css('strip')} aria-label={t('tagging.fromText')}>
      <h3 className={css('title')}>{t('tagging.fromText')}</h3>
      <ul className={css('list')}>
        {suggestions?.map((suggestion, index) => {
          const { name, isKnown, count } = suggestion
          const keys = `Alt+${index + 1}`
          return (
            <li key={name}>
              <button
                type="button"
                className={css('tag')}
                aria-keyshortcuts={keys}
                title={t(isKnown ? 'tagging.knownInText' : 'tagging.newInText', { count })}
                onClick={() => onTake(suggestion)}
              >
                {isKnown ? <TagDot colour={colourOf(name)} /> : <Plus aria-hidden="true" />}
                <span className={css('name')}>{name}</span>
                <span className={css('key')} aria-hidden="true">
                  {platform === 'darwin' ? `⌥${index + 1}` : printKeys(keys, platform)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
