import { takesText } from '../../commands/listen.ts'

/** What a paste or a drop carries. */
export interface Pasted {
  readonly text: string
  readonly html: string
  readonly files: readonly File[]
  /** Whether one of the files is a folder. */
  readonly hasFolder: boolean
}

export const pastedFrom = (data: DataTransfer | null): Pasted => ({
  text: data?.getData('text/plain') ?? '',
  html: data?.getData('text/html') ?? '',
  files: [...(data?.files ?? [])],
  hasFolder: [...(data?.items ?? [])].some(item => item.webkitGetAsEntry()?.isDirectory),
})

let waiting: Pasted[] = []

const hold = (event: ClipboardEvent) => {
  if (takesText(event.target)) return
  event.preventDefault()
  waiting.push(pastedFrom(event.clipboardData))
}

// From the first line of the window's script on: opening a large library takes longer than pressing two keys.
document.addEventListener('paste', hold)

/** Hands over what was pasted before the window was drawn, oldest first, and stops holding. */
export function takeEarlyPastes(): readonly Pasted[] {
  document.removeEventListener('paste', hold)
  const held = waiting
  waiting = []
  return held
}
