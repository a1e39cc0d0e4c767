import { FileDown, Play, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { failureWords } from '../../api/failure-words.ts'
import { useChange } from '../../api/use-change.ts'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { formatInstant } from '../../i18n/format-date.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { showToast } from '../../ui/toasts.ts'
import { clippingsOf } from './count-words.ts'
import { follow, markStopping, refreshImports } from './following.ts'
import styles from './ImportHead.module.css'
import { type Phase, phaseOf } from './import-phase.ts'
import { baseName, importName } from './path-words.ts'
import { progressWords } from './progress-words.ts'
import { dropPlan, startPlanned } from './start-import.ts'
import type { ShownImport } from './use-imports.ts'

const css = classNames(styles)

/** How an import stands, in words, and what can be done with it now. */
export function ImportHead({ shown }: { readonly shown: ShownImport }) {
  const { t } = useTranslation()
  const { summary } = shown
  const phase = phaseOf(shown)
  return (
    <header className={css('head')}>
      <h2 className={css('title')}>{importName(t, summary)}</h2>
      <p className={css('where')} title={summary.paths.join('\n')}>
        {[
          formatInstant(summary.startedAt),
          summary.kind === 'watched' ? t('importing.watched') : summary.paths[0],
        ].join(' · ')}
      </p>
      <div className={css('state')} role="status">
        {phase === 'planning' || phase === 'running' ? (
          <Running shown={shown} isPlan={phase === 'planning'} />
        ) : (
          <Ended shown={shown} phase={phase} />
        )}
      </div>
    </header>
  )
}

function Running({ shown, isPlan }: { readonly shown: ShownImport; readonly isPlan: boolean }) {
  const { t } = useTranslation()
  const cancel = useChange('import:cancel', { quiet: true })
  const { progress, isStopping, id } = shown
  const stop = () => {
    markStopping(id)
    void cancel.run({ id })
  }
  return (
    <div className={css('running')}>
      <ProgressBar
        label={t(isStopping ? 'importing.stopping' : isPlan ? 'importing.planning' : 'importing.running')}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        words={progressWords(t, progress)}
      />
      <Button isResting={isStopping} onPress={stop}>
        {t('common.cancel')}
      </Button>
      <p className={css('file')}>{progress?.file ? baseName(progress.file) : '\u00a0'}</p>
    </div>
  )
}

interface EndedProps {
  readonly shown: ShownImport
  readonly phase: Exclude<Phase, 'planning' | 'running'>
}

function Ended({ shown, phase }: EndedProps) {
  const { t } = useTranslation()
  const { summary, failure } = shown
  const made = clippingsOf(summary.counts)
  const { what, detail } = {
    planned: {
      what: made > 0 ? t('importing.planned') : t('importing.plannedNothing'),
      detail: made > 0 ? t('importing.wouldKeep', { count: made }) : '',
    },
    done: { what: made > 0 ? t('importing.done', { count: made }) : t('importing.doneNothing'), detail: '' },
    interrupted: { what: t('importing.interrupted'), detail: t('importing.interruptedDetail') },
    cancelled: {
      what: t('importing.cancelled'),
      detail: made > 0 ? t('importing.cancelledKept', { count: made }) : t('importing.cancelledNothing'),
    },
    undone: { what: t('importing.undone'), detail: t('importing.undoneDetail') },
  }[phase]
  const why = failure && failureWords(t, failure)
  return (
    <>
      <p className={css('what')}>{what}</p>
      {why && (
        <p className={css('failure')}>
          {[t('importing.failedDetail', { what: why.what }), why.todo].join(t('common.sentenceEnd'))}
        </p>
      )}
      {detail && <p className={css('more')}>{detail}</p>}
      <Actions shown={shown} phase={phase} made={made} />
    </>
  )
}

function Actions({ shown, phase, made }: EndedProps & { readonly made: number }) {
  const { t } = useTranslation()
  const { id, summary } = shown
  const undo = useChange('import:undo')
  const resume = useChange('import:resume')
  const exportCsv = useChange('import:export')
  const goOn = async () => {
    const started = await resume.run({ id })
    if (started) follow(started.id, false, summary.paths, summary.startedAt)
  }
  const writeCsv = async () => {
    const written = await exportCsv.run({ id })
    if (written?.path) showToast({ tone: 'done', title: t => t('importing.exported') })
  }
  const isPlanned = phase === 'planned'
  useCommand('start-export', isPlanned && made > 0 ? () => startPlanned(id, summary.paths) : undefined)
  if (isPlanned) {
    return (
      <div className={css('actions')}>
        {made > 0 && (
          <Button
            look="strong"
            keys={COMMANDS['start-export'].keys[0]}
            onPress={() => void startPlanned(id, summary.paths)}
          >
            {t('importing.startNamed', { count: made })}
          </Button>
        )}
        <Button onPress={() => void dropPlan(id)}>{t('importing.dropPlan')}</Button>
      </div>
    )
  }
  return (
    <div className={css('actions')}>
      {(phase === 'interrupted' || phase === 'cancelled') && (
        <Button look="strong" icon={<Play aria-hidden="true" />} onPress={() => void goOn()}>
          {t('importing.resume')}
        </Button>
      )}
      {phase !== 'undone' && made > 0 && (
        <Button
          icon={<Undo2 aria-hidden="true" />}
          isResting={undo.isPending}
          onPress={() => void undo.run({ id }).then(refreshImports)}
        >
          {t('importing.undo')}
        </Button>
      )}
      <Button look="quiet" icon={<FileDown aria-hidden="true" />} onPress={() => void writeCsv()}>
        {t('importing.exportCsv')}
      </Button>
    </div>
  )
}
