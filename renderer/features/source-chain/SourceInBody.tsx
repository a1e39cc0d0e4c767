import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreditedSource } from '../../../electron/core/model/credited-source.ts'
import { runCommand } from '../../commands/registry.ts'
import { classNames } from '../../ui/class-names.ts'
import { PressableWords } from '../reader/PressableWords.tsx'
import styles from './SourceInBody.module.css'

const css = classNames(styles)

interface Props {
  readonly source: CreditedSource
  readonly children: ReactNode
}

const showAll = () => void runCommand('show-sources')

/** Words of the text that name a source. A press opens the list of all of them; who selects words there presses nothing. */
export function SourceInBody({ source: { source, by }, children }: Props) {
  const { t } = useTranslation()
  const named = source ?? t('sourceChain.unnamed')
  return (
    <PressableWords
      tip={
        by === undefined
          ? t('sourceChain.is', { source: named })
          : t('sourceChain.cites', { by, source: named })
      }
      data-credited=""
      className={css('source', source === null && 'unnamed')}
      onClick={event => {
        const isMarked = event.target instanceof Element && event.target.closest('mark') !== null
        if (!isMarked && getSelection()?.isCollapsed !== false) showAll()
      }}
      onKeyDown={event => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        showAll()
      }}
    >
      {children}
    </PressableWords>
  )
}
