/**
 * Every command that has a key, in the order in which the key list shows them. `Mod` is Command on macOS and
 * Control elsewhere. A key with Mod, or one of the F keys, works while typing too, unless `notWhileTyping` says that
 * the text field needs it. `list` commands work only where the list of clippings has the focus. A command of one `view`
 * may share its key with one that has none: it answers where that view is on show.
 */
export const COMMANDS = {
  'view-timeline': { group: 'views', keys: ['Mod+1'] },
  'view-chronology': { group: 'views', keys: ['Mod+2'] },
  'view-tags': { group: 'views', keys: ['Mod+3'] },
  'view-highlights': { group: 'views', keys: ['Mod+Shift+H'] },
  'view-export': { group: 'views', keys: ['Mod+4'] },
  'view-import': { group: 'views', keys: ['Mod+5'] },
  'start-export': { group: 'views', keys: ['Mod+Enter'] },
  'view-settings': { group: 'views', keys: ['Mod+,'] },
  find: { group: 'views', keys: ['Mod+F', '/'] },
  'show-keys': { group: 'views', keys: ['?'] },
  'save-search': { group: 'views', keys: ['Mod+S'] },

  'open-files': { group: 'clip', keys: ['Mod+O'] },
  'import-folder': { group: 'clip', keys: ['Mod+Shift+O'] },
  undo: { group: 'clip', keys: ['Mod+Z'], notWhileTyping: true },
  redo: { group: 'clip', keys: ['Mod+Shift+Z', 'Mod+Y'], notWhileTyping: true },

  'go-to-date': { group: 'timeline', keys: ['g'] },
  'zoom-in': { group: 'timeline', keys: ['+', '='] },
  'zoom-out': { group: 'timeline', keys: ['-'] },
  'zoom-all': { group: 'timeline', keys: ['0'] },
  'pan-earlier': { group: 'timeline', keys: ['['] },
  'pan-later': { group: 'timeline', keys: [']'] },

  'timeline-picture': { group: 'timeline', keys: ['p'] },

  'accept-event': { group: 'chronology', keys: ['a'], view: 'chronology' },
  'reject-event': { group: 'chronology', keys: ['x'], view: 'chronology' },
  'edit-event': { group: 'chronology', keys: ['e'], view: 'chronology' },
  'merge-event': { group: 'chronology', keys: ['m'], view: 'chronology' },
  'split-event': { group: 'chronology', keys: ['Shift+M'], view: 'chronology' },
  'add-event': { group: 'chronology', keys: ['n'], view: 'chronology' },
  'remove-event': { group: 'chronology', keys: ['Delete'], view: 'chronology' },
  'open-report': { group: 'chronology', keys: ['o'], view: 'chronology' },
  'filter-events': { group: 'chronology', keys: ['f'], view: 'chronology' },
  'export-chronology': { group: 'chronology', keys: ['Mod+Shift+E'], view: 'chronology' },

  next: { group: 'list', keys: ['j'] },
  previous: { group: 'list', keys: ['k'] },
  'list-down': { group: 'list', keys: ['ArrowDown'], list: true },
  'list-up': { group: 'list', keys: ['ArrowUp'], list: true },
  'extend-down': { group: 'list', keys: ['Shift+ArrowDown'], list: true },
  'extend-up': { group: 'list', keys: ['Shift+ArrowUp'], list: true },
  'list-first': { group: 'list', keys: ['Home'], list: true },
  'list-last': { group: 'list', keys: ['End'], list: true },
  'select-all': { group: 'list', keys: ['Mod+A'], list: true },
  open: { group: 'list', keys: ['Enter'], list: true },

  star: { group: 'clipping', keys: ['s'] },
  tag: { group: 'clipping', keys: ['t'] },
  collect: { group: 'clipping', keys: ['c'] },
  'edit-fields': { group: 'clipping', keys: ['e'] },
  read: { group: 'clipping', keys: ['u'] },
  'show-set-aside': { group: 'clipping', keys: ['a'] },
  'show-original': { group: 'clipping', keys: ['o'] },
  'export-selection': { group: 'clipping', keys: ['Mod+Shift+E'] },
  highlight: { group: 'clipping', keys: ['h'] },
  'next-highlight': { group: 'clipping', keys: ['n'] },
  'previous-highlight': { group: 'clipping', keys: ['Shift+N'] },
  'select-sentence': { group: 'clipping', keys: ['v'] },
  'extend-sentence': { group: 'clipping', keys: ['Shift+V'] },
  'copy-quote': { group: 'clipping', keys: ['q'] },
  'find-in-article': { group: 'clipping', keys: ['Mod+Shift+F'] },
  'correct-date': { group: 'clipping', keys: ['d'] },
  'toggle-dates': { group: 'clipping', keys: ['Shift+D'] },
  'next-match': { group: 'clipping', keys: ['F3', 'Mod+G'] },
  'previous-match': { group: 'clipping', keys: ['Shift+F3', 'Mod+Shift+G'] },
  trash: { group: 'clipping', keys: ['#', 'Delete'] },
  back: { group: 'clipping', keys: ['Escape'], notWhileTyping: true },
} as const satisfies Record<string, CommandDefinition>

export const COMMAND_GROUPS = ['views', 'clip', 'timeline', 'chronology', 'list', 'clipping'] as const

export interface CommandDefinition {
  readonly group: (typeof COMMAND_GROUPS)[number]
  readonly keys: readonly string[]
  readonly notWhileTyping?: boolean
  readonly list?: boolean
  readonly view?: 'chronology'
}

export type CommandId = keyof typeof COMMANDS

export const definitionOf = (id: CommandId): CommandDefinition => COMMANDS[id]

export const commandIds = Object.keys(COMMANDS) as CommandId[]
