import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../../../electron/core/model/import-ledger.ts'
import { classNames } from '../../ui/class-names.ts'
import { itemsOf } from './count-words.ts'
import styles from './ImportDetail.module.css'
import { ImportHead } from './ImportHead.tsx'
import { phaseOf } from './import-phase.ts'
import { Ledger } from './Ledger.tsx'
import { OutcomeFilter } from './OutcomeFilter.tsx'
import { importName } from './path-words.ts'
import type { ShownImport } from './use-imports.ts'

const css = classNames(styles)

/** One import or dry run: how it stands and what can be done with it, and below its items. */
export function ImportDetail({ shown }: { readonly shown: ShownImport }) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<ImportOutcome>()
  const { counts } = shown.summary
  return (
    <section className={css('detail')} aria-label={importName(t, shown.summary)}>
      <ImportHead shown={shown} />
      {itemsOf(counts) > 0 && (
        <>
          <OutcomeFilter counts={counts} value={outcome} onChange={setOutcome} />
          <Ledger
            key={outcome ?? 'all'}
            id={shown.id}
            outcome={outcome}
            isPlan={shown.isPlan}
            isUndone={phaseOf(shown) === 'undone'}
          />
        </>
      )}
    </section>
  )
}
