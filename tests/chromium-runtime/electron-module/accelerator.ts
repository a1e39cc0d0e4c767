import type { FromPage } from '../page/ipc-renderer.ts'

type Key = Extract<FromPage, { kind: 'key' }>

/** Electron's names of keys that a page names otherwise; the rest are the same but for case. */
const NAMES: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** Whether a key press is an accelerator such as `CmdOrCtrl+Shift+E`. */
export function matchesAccelerator(accelerator: string, key: Key, platform: NodeJS.Platform): boolean {
  const parts = accelerator.toLowerCase().split('+')
  const name = parts.pop() ?? ''
  const modifiers = new Set(parts)
  const isMac = platform === 'darwin'
  const either = ['cmdorctrl', 'commandorcontrol'].some(part => modifiers.has(part))
  const control = modifiers.has('ctrl') || modifiers.has('control') || (either && !isMac)
  const meta = ['cmd', 'command', 'super', 'meta'].some(part => modifiers.has(part)) || (either && isMac)
  const alt = modifiers.has('alt') || modifiers.has('option') || modifiers.has('altgr')
  if (key.control !== control || key.meta !== meta || key.alt !== alt || key.shift !== modifiers.has('shift'))
    return false
  const wanted = NAMES[name] ?? name
  // With a modifier `key` may be another character than the one on the key, so the key itself counts too.
  return (
    key.key.toLowerCase() === wanted ||
    key.code.toLowerCase() === `key${wanted}` ||
    key.code.toLowerCase() === `digit${wanted}`
  )
}

/** Where Chromium itself carries out a key press as an editing command. */
export function editCommandOf(key: Key, platform: NodeJS.Platform): 'anywhere' | 'in-field' | undefined {
  const command = platform === 'darwin' ? key.meta : key.control
  if (!command || key.alt) return undefined
  const letter = key.key.toLowerCase()
  if (['a', 'c', 'v'].includes(letter)) return 'anywhere'
  return ['x', 'y', 'z'].includes(letter) ? 'in-field' : undefined
}
