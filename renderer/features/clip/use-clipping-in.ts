import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../electron/ipc/contract.ts'
import { RequestFailed, send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { useChange } from '../../api/use-change.ts'
import { takesText } from '../../commands/listen.ts'
import { useCommand } from '../../commands/registry.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { showFilter } from '../../routing/use-route.ts'
import { areFilesOfOurs } from '../../state/files-of-ours.ts'
import { showToast } from '../../ui/toasts.ts'
import { chooseAndTakeIn, takeIn } from '../import/start-import.ts'
import { type Pasted, pastedFrom, takeEarlyPastes } from './early-paste.ts'
import { pasteTurns } from './paste-turns.ts'
import { noteWhereabouts, openOrTell, showKept } from './show-kept.ts'

const nothingToClip = new RequestFailed({ code: 'nothing-to-clip', message: 'no text in the transfer' })

const CLIPPABLE: ReadonlySet<string> = new Set(['text/plain', 'text/html', 'Files'])

const carriesClippable = (data: DataTransfer | null): boolean =>
  data?.types.some(type => CLIPPABLE.has(type)) ?? false

const readFiles = (files: readonly File[]) =>
  Promise.all(files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))

function show(kept: Output<'clip:paste'>, hasGoneElsewhere: boolean): void {
  openOrTell(
    () => showKept(kept),
    t => t('clip.openedSome', { count: 1 }),
    hasGoneElsewhere,
  )
}

/**
 * The ways into the library: a paste anywhere but in a text field, a drop of text or files, and Open. Returns
 * whether something that can be dropped is over the window.
 */
export function useClippingIn(): boolean {
  const paste = useChange('clip:paste', { quiet: true })
  const dropFiles = useChange('clip:files', { quiet: true })
  const [isOver, setIsOver] = useState(false)
  const [takeTurn] = useState(pasteTurns)

  /** Shows what became of files: the one that was clipped, or how many, and those that were not. */
  const report = async ({ kept, failed }: Output<'clip:files'>, hasGoneElsewhere: () => boolean) => {
    const [only, ...others] = kept
    if (only && others.length === 0) {
      show(await send('clipping:get', { id: only }), hasGoneElsewhere())
    } else if (kept.length > 0) {
      if (!hasGoneElsewhere()) showFilter(DEFAULT_FILTER)
      showToast({ tone: 'done', title: t => t('clip.openedSome', { count: kept.length }) })
    }
    const [first] = failed
    if (first) {
      const names = (gap: string) => failed.map(({ name }) => name).join(gap)
      showToast({
        tone: 'failure',
        title: t => t('clip.notOpened', { count: failed.length, names: names(t('common.listGap')) }),
        detail: t =>
          `${t(`failure.${first.failure.code}.what`)}${t('common.sentenceEnd')}${t(`failure.${first.failure.code}.todo`)}`,
      })
    }
  }
  const keep = async ({ text, html, files, hasFolder }: Pasted) => {
    const hasGoneElsewhere = noteWhereabouts()
    if (files.length > 0) {
      const paths = files.map(file => window.cuttings.pathOf(file))
      if (areFilesOfOurs(paths)) return
      // A dragged picture has no path: its bytes are all that there is.
      if (paths.every(path => path !== '')) return takeIn(paths, hasFolder)
      const opened = await dropFiles.run({ files: await readFiles(files) })
      if (opened) await report(opened, hasGoneElsewhere)
      return
    }
    if (text.trim() === '' && html.trim() === '') {
      showFailure(nothingToClip)
      return
    }
    const isToShow = takeTurn()
    const kept = await paste.run({ text, ...(html ? { html } : {}) })
    if (kept && isToShow()) show(kept, hasGoneElsewhere())
  }
  const latest = useRef(keep)
  latest.current = keep

  useEffect(() => {
    let depth = 0
    let isOwn = false
    const onPaste = (event: ClipboardEvent) => {
      if (takesText(event.target)) return
      event.preventDefault()
      void latest.current(pastedFrom(event.clipboardData))
    }
    const accepts = (event: DragEvent) =>
      !isOwn && carriesClippable(event.dataTransfer) && !takesText(event.target)
    const onEnter = (event: DragEvent) => {
      depth += 1
      if (accepts(event)) setIsOver(true)
    }
    const onLeave = () => {
      depth = Math.max(depth - 1, 0)
      if (depth === 0) setIsOver(false)
    }
    const onDragOver = (event: DragEvent) => {
      if (accepts(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      depth = 0
      setIsOver(false)
      if (!accepts(event)) return
      event.preventDefault()
      void latest.current(pastedFrom(event.dataTransfer))
    }
    const onStart = (event: DragEvent) => {
      // One that leaves the window as files is the system's, which does not tell of its end here.
      isOwn = !event.defaultPrevented
    }
    const onEnd = () => {
      isOwn = false
    }
    const stop = new AbortController()
    const options = { signal: stop.signal }
    for (const pasted of takeEarlyPastes()) void latest.current(pasted)
    document.addEventListener('paste', onPaste, options)
    window.addEventListener('dragenter', onEnter, options)
    window.addEventListener('dragleave', onLeave, options)
    window.addEventListener('dragover', onDragOver, options)
    window.addEventListener('drop', onDrop, options)
    window.addEventListener('dragstart', onStart, options)
    window.addEventListener('dragend', onEnd, options)
    return () => stop.abort()
  }, [])

  useCommand('open-files', () => chooseAndTakeIn('files'))
  useCommand('import-folder', () => chooseAndTakeIn('folder'))
  return isOver
}
