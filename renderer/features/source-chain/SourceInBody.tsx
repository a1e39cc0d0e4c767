import type { ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CreditedSource } from '../../../electron/core/model/credited-source.ts'
import { runCommand } from '../../commands/registry.ts'
import { classNames } from '../../ui/class-names.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { WALK_STOP } from '../reader/walk-stops.ts'
import styles from './SourceInBody.module.css'

const css = classNames(styles)

interface Props {
  readonly source: CreditedSource
  readonly children: ReactNode
}

/** Words of the text that name a source, told on hover and on focus. Enter opens the list of all of them. */
export function SourceInBody({ source: { source, by }, children }: Props) {
  const { t } = useTranslation()
  const named = source ?? t('sourceChain.unnamed')
  return (
    <Tooltip
      text={
        by === undefined
          ? t('sourceChain.is', { source: named })
          : t('sourceChain.cites', { by, source: named })
      }
      delay={150}
    >
      <Focusable>
        {/* biome-ignore lint/a11y/useSemanticElements: a button element would not wrap with the text */}
        <span
          role="button"
          tabIndex={-1}
          {...WALK_STOP}
          data-credited=""
          className={css('source', source === null && 'unnamed')}
          onKeyDown={event => {
            if (event.key === 'Enter' && event.target === event.currentTarget) runCommand('show-sources')
          }}
        >
          {children}
        </span>
      </Focusable>
    </Tooltip>
  )
}
