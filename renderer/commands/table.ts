/**
 * Every command that has a key, in the order in which the key list shows them. `Mod` is Command on macOS and
 * Control elsewhere. A key with Mod, or one of the F keys, works while typing too, unless `notWhileTyping` says that
 * the text field needs it. `list` commands work only where the list of clippings has the focus.
 */
export const COMMANDS = {
  'view-timeline': { group: 'views', keys: ['Mod+1'] },
  'view-tags': { group: 'views', keys: ['Mod+2'] },
  'view-highlights': { group: 'views', keys: ['Mod+Shift+H'] },
  'view-export': { group: 'views', keys: ['Mod+3'] },
  'view-import': { group: 'views', keys: ['Mod+4'] },
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
  'next-match': { group: 'clipping', keys: ['F3', 'Mod+G'] },
  'previous-match': { group: 'clipping', keys: ['Shift+F3', 'Mod+Shift+G'] },
  trash: { group: 'clipping', keys: ['#', 'Delete'] },
  back: { group: 'clipping', keys: ['Escape'], notWhileTyping: true },
} as const satisfies Record<string, CommandDefinition>

export const COMMAND_GROUPS = ['views', 'clip', 'timeline', 'list', 'clipping'] as const

export interface CommandDefinition {
  readonly group: (typeof COMMAND_GROUPS)[number]
  readonly keys: readonly string[]
  readonly notWhileTyping?: boolean
  readonly list?: boolean
}

export type CommandId = keyof typeof COMMANDS

export const definitionOf = (id: CommandId): CommandDefinition => COMMANDS[id]

export const commandIds = Object.keys(COMMANDS) as CommandId[]
