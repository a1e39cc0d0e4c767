import { describe, expect, it } from 'vitest'
import { ariaKeys, type KeyStroke, matchesKeys, printKeys } from '../../../../renderer/commands/keys.ts'
import { commandIds, definitionOf } from '../../../../renderer/commands/table.ts'

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('a keystroke', () => {
  it('is Mod with Control on Windows and Linux and with Command on macOS', () => {
    expect(matchesKeys('Mod+Z', stroke('z', { ctrlKey: true }), 'linux')).toBe(true)
    expect(matchesKeys('Mod+Z', stroke('z', { ctrlKey: true }), 'darwin')).toBe(false)
    expect(matchesKeys('Mod+Z', stroke('z', { metaKey: true }), 'darwin')).toBe(true)
  })

  it('tells undo from redo by Shift', () => {
    const redo = stroke('Z', { ctrlKey: true, shiftKey: true })
    expect(matchesKeys('Mod+Z', redo, 'win32')).toBe(false)
    expect(matchesKeys('Mod+Shift+Z', redo, 'win32')).toBe(true)
  })

  it('takes a sign with or without Shift, as the layout has it', () => {
    expect(matchesKeys('#', stroke('#', { shiftKey: true }), 'linux')).toBe(true)
    expect(matchesKeys('#', stroke('#'), 'linux')).toBe(true)
    expect(matchesKeys('/', stroke('/'), 'linux')).toBe(true)
    expect(matchesKeys('+', stroke('+', { shiftKey: true }), 'linux')).toBe(true)
    expect(matchesKeys('Mod++', stroke('+', { ctrlKey: true }), 'linux')).toBe(true)
  })

  it('goes by the place of the key on a layout without Latin letters', () => {
    expect(matchesKeys('Mod+Z', stroke('я', { ctrlKey: true, code: 'KeyZ' }), 'linux')).toBe(true)
    expect(matchesKeys('j', stroke('о', { code: 'KeyJ' }), 'linux')).toBe(true)
  })

  it('has Alt only where the command does', () => {
    expect(matchesKeys('Alt+ArrowUp', stroke('ArrowUp', { altKey: true }), 'linux')).toBe(true)
    expect(matchesKeys('Alt+ArrowUp', stroke('ArrowUp'), 'linux')).toBe(false)
    expect(printKeys('Alt', 'darwin')).toBe('⌥')
    expect(printKeys('Alt', 'win32')).toBe('Alt')
    expect(printKeys('Alt+ArrowUp', 'darwin')).toBe('⌥↑')
    expect(printKeys('Alt+ArrowLeft', 'linux')).toBe('Alt+←')
  })

  it('is not a command with Alt, which types characters', () => {
    expect(matchesKeys('s', stroke('s', { altKey: true }), 'darwin')).toBe(false)
  })
})

describe('a combination in print', () => {
  it('follows the platform', () => {
    expect(printKeys('Mod+Shift+Z', 'darwin')).toBe('⇧⌘Z')
    expect(printKeys('Mod+Shift+Z', 'win32')).toBe('Ctrl+Shift+Z')
    expect(printKeys('t', 'linux')).toBe('T')
    expect(printKeys('Mod++', 'linux')).toBe('Ctrl++')
    expect(ariaKeys('Mod+Shift+E', 'linux')).toBe('Control+Shift+E')
  })
})

describe('the table of commands', () => {
  const keysOf = (inList: boolean) =>
    commandIds
      .filter(id => (definitionOf(id).list ?? false) === inList)
      .flatMap(id => definitionOf(id).keys.map(keys => ({ id, keys: keys.toLowerCase() })))

  it('gives no key to two commands, unless one is of a view and the other of none', () => {
    const everywhere = keysOf(false)
    const inList = keysOf(true)
    const viewOf = (id: (typeof commandIds)[number]) => definitionOf(id).view
    const clashes = [...everywhere, ...inList].filter(({ id, keys }) =>
      [...everywhere, ...inList].some(
        other => other.id !== id && other.keys === keys && viewOf(other.id) === viewOf(id),
      ),
    )
    expect(clashes).toEqual([])
  })

  it('leaves the keys of the clipboard and of the window to them', () => {
    const taken = [...keysOf(false), ...keysOf(true)].map(({ keys }) => keys)
    for (const reserved of ['mod+c', 'mod+x', 'mod+v', 'mod+w', 'mod+q', 'mod+r', 'tab', ' ']) {
      expect(taken).not.toContain(reserved)
    }
  })
})
