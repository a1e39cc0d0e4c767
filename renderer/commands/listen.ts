import { matchesKeys, type Platform } from './keys.ts'
import { runCommand } from './registry.ts'
import { type CommandId, commandIds, definitionOf } from './table.ts'

/** Whether the element takes typed text, so that letters and Undo belong to it. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, input:not([type=checkbox], [type=radio], [type=range])'))

/** Whether a dialog or a menu has the focus: what happens there does not reach the window behind it. */
export const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null

/** Combinations that put no character into a text field. */
const TYPES_NOTHING = /^(?:Mod\+|(?:Shift\+)?F\d)/

/**
 * The commands that a keystroke may ask for, those of one view before those of all. `inList` means those of the list of
 * clippings instead.
 */
export function commandsOf(event: KeyboardEvent, platform: Platform, inList: boolean): readonly CommandId[] {
  const typing = takesText(event.target)
  const asked = commandIds.filter(id => {
    const definition = definitionOf(id)
    if ((definition.list ?? false) !== inList) return false
    return definition.keys.some(keys => {
      if (typing && (definition.notWhileTyping || !TYPES_NOTHING.test(keys))) return false
      return matchesKeys(keys, event, platform)
    })
  })
  const isOfView = (id: CommandId): boolean => definitionOf(id).view !== undefined
  return asked.length < 2 ? asked : [...asked.filter(isOfView), ...asked.filter(id => !isOfView(id))]
}

/** Listens for the window's keys. Returns the function that stops. */
export function listenForKeys(platform: Platform): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return
    if (commandsOf(event, platform, false).some(runCommand)) event.preventDefault()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
