/** The operating systems as `app:start` names them. */
export type Platform = 'darwin' | 'win32' | 'linux'

/** The parts of a keyboard event that decide which key combination it is. */
export interface KeyStroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

interface Combination {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
}

/** The parts of a combination; the last is the key, which may be the plus sign itself. */
const partsOf = (keys: string): string[] => keys.split(/(?<=.)\+(?=.)/)

function parse(keys: string): Combination {
  const parts = partsOf(keys)
  const [mod, shift, alt] = ['Mod', 'Shift', 'Alt'].map(part => parts.includes(part))
  return { mod: mod === true, shift: shift === true, alt: alt === true, key: parts.at(-1) ?? '' }
}

/** On a layout without Latin letters the key's place on the keyboard stands for the letter. */
function letterOf(stroke: KeyStroke): string {
  const typed = stroke.key
  if (typed.length === 1 && typed.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(stroke.code))
    return stroke.code.slice(3)
  return typed
}

/** Whether a keyboard event is the combination (`Mod+Shift+Z`, `j`, `#`) on this platform. */
export function matchesKeys(keys: string, stroke: KeyStroke, platform: Platform): boolean {
  const wanted = parse(keys)
  const mod = platform === 'darwin' ? stroke.metaKey : stroke.ctrlKey
  const other = platform === 'darwin' ? stroke.ctrlKey : stroke.metaKey
  if (mod !== wanted.mod || other || stroke.altKey !== wanted.alt) return false
  if (letterOf(stroke).toLowerCase() !== wanted.key.toLowerCase()) return false
  // Signs such as # and ? need Shift on some layouts and not on others.
  const isSign = wanted.key.length === 1 && !/[a-z0-9]/i.test(wanted.key)
  return isSign || stroke.shiftKey === wanted.shift
}

const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const OTHERS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
const NAMED: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↩',
  Escape: 'Esc',
  Delete: 'Del',
}

/** The combination as the platform's menus print it: ⇧⌘Z on macOS, Ctrl+Shift+Z elsewhere; or a key alone that is held. */
export function printKeys(keys: string, platform: Platform): string {
  const parts = partsOf(keys)
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1)
  const modifiers = platform === 'darwin' ? MAC : OTHERS
  const face = NAMED[key] ?? modifiers[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  if (platform !== 'darwin') return [...held.map(part => OTHERS[part] ?? part), face].join('+')
  // Apple's order: Option, Shift, Command.
  return (
    ['Alt', 'Shift', 'Mod'].flatMap(part => (held.includes(part) ? [MAC[part] ?? part] : [])).join('') + face
  )
}

/** The combination in the form of `aria-keyshortcuts` (WAI-ARIA 1.2). */
export function ariaKeys(keys: string, platform: Platform): string {
  return keys.replace('Mod', platform === 'darwin' ? 'Meta' : 'Control')
}
