/**
 * Every command, in the order in which the list of keys shows those that have one; the palette has all of them but those
 * of the list. `Mod` is Command on macOS and Control elsewhere. A key with Mod, or one of the F keys, works while typing
 * too, unless `notWhileTyping` says that the text field needs it. `list` commands work only where the list of clippings
 * has the focus. A command of one `view` may share its key with one that has none: it answers where that view is on show.
 * `needs` says what has to be on show for a command that nothing answers to.
 */
export const COMMANDS = {
  palette: { group: 'views', keys: ['Mod+K', 'Mod+Shift+P'] },
  'view-timeline': { group: 'views', keys: ['Mod+1'] },
  'view-chronology': { group: 'views', keys: ['Mod+2'] },
  'view-tags': { group: 'views', keys: ['Mod+3'] },
  'view-highlights': { group: 'views', keys: ['Mod+Shift+H'] },
  'view-export': { group: 'views', keys: ['Mod+4'] },
  'view-import': { group: 'views', keys: ['Mod+5'] },
  'start-export': { group: 'views', keys: ['Mod+Enter'], needs: 'export' },
  'view-settings': { group: 'views', keys: ['Mod+,'] },
  find: { group: 'views', keys: ['Mod+F', '/'] },
  'show-keys': { group: 'views', keys: ['?'] },
  'new-window': { group: 'views', keys: ['Mod+N'] },
  'save-search': { group: 'views', keys: ['Mod+S'], needs: 'search' },

  'open-files': { group: 'clip', keys: ['Mod+O'] },
  'import-folder': { group: 'clip', keys: ['Mod+Shift+O'] },
  undo: { group: 'clip', keys: ['Mod+Z'], needs: 'change', notWhileTyping: true },
  redo: { group: 'clip', keys: ['Mod+Shift+Z', 'Mod+Y'], needs: 'change', notWhileTyping: true },

  'go-to-date': { group: 'timeline', keys: ['g'], needs: 'timeline' },
  'zoom-in': { group: 'timeline', keys: ['+', '='], needs: 'timeline' },
  'zoom-out': { group: 'timeline', keys: ['-'], needs: 'timeline' },
  'zoom-all': { group: 'timeline', keys: ['0'], needs: 'timeline' },
  'pan-earlier': { group: 'timeline', keys: ['['], needs: 'timeline' },
  'pan-later': { group: 'timeline', keys: [']'], needs: 'timeline' },

  'timeline-picture': { group: 'timeline', keys: ['p'], needs: 'timeline' },

  'accept-event': { group: 'chronology', keys: ['a'], needs: 'chronology', view: 'chronology' },
  'reject-event': { group: 'chronology', keys: ['x'], needs: 'chronology', view: 'chronology' },
  'edit-event': { group: 'chronology', keys: ['e'], needs: 'chronology', view: 'chronology' },
  'merge-event': { group: 'chronology', keys: ['m'], needs: 'chronology', view: 'chronology' },
  'split-event': { group: 'chronology', keys: ['Shift+M'], needs: 'chronology', view: 'chronology' },
  'add-event': { group: 'chronology', keys: ['n'], needs: 'chronology', view: 'chronology' },
  'remove-event': { group: 'chronology', keys: ['Delete'], needs: 'chronology', view: 'chronology' },
  'open-report': { group: 'chronology', keys: ['o'], needs: 'chronology', view: 'chronology' },
  'filter-events': { group: 'chronology', keys: ['f'], needs: 'chronology', view: 'chronology' },
  'export-chronology': {
    group: 'chronology',
    keys: ['Mod+Shift+E'],
    needs: 'chronology',
    view: 'chronology',
  },

  next: { group: 'list', keys: ['j'], needs: 'list' },
  previous: { group: 'list', keys: ['k'], needs: 'list' },
  'list-down': { group: 'list', keys: ['ArrowDown'], list: true },
  'list-up': { group: 'list', keys: ['ArrowUp'], list: true },
  'extend-down': { group: 'list', keys: ['Shift+ArrowDown'], list: true },
  'extend-up': { group: 'list', keys: ['Shift+ArrowUp'], list: true },
  'list-first': { group: 'list', keys: ['Home'], list: true },
  'list-last': { group: 'list', keys: ['End'], list: true },
  'move-row-up': { group: 'list', keys: ['Alt+ArrowUp'], list: true },
  'move-row-down': { group: 'list', keys: ['Alt+ArrowDown'], list: true },
  'select-all': { group: 'list', keys: ['Mod+A'], list: true },
  open: { group: 'list', keys: ['Enter'], list: true },

  star: { group: 'clipping', keys: ['s'], needs: 'clipping' },
  tag: { group: 'clipping', keys: ['t'], needs: 'clipping' },
  collect: { group: 'clipping', keys: ['c'], needs: 'clipping' },
  'edit-fields': { group: 'clipping', keys: ['e'], needs: 'clipping' },
  read: { group: 'clipping', keys: ['u'], needs: 'clipping' },
  'show-set-aside': { group: 'clipping', keys: ['a'], needs: 'clipping' },
  'show-original': { group: 'clipping', keys: ['o'], needs: 'clipping' },
  'show-page': { group: 'clipping', keys: ['Shift+O'], needs: 'clipping' },
  'show-sources': { group: 'clipping', keys: ['Shift+S'], needs: 'clipping' },
  'show-quotes': { group: 'clipping', keys: ['Shift+Q'], needs: 'clipping' },
  'open-window': { group: 'clipping', keys: ['w'], needs: 'clipping' },
  compare: { group: 'clipping', keys: ['Shift+C'], needs: 'two' },
  'export-selection': { group: 'clipping', keys: ['Mod+Shift+E'], needs: 'clipping' },
  print: { group: 'clipping', keys: ['Mod+P'], needs: 'clipping' },
  highlight: { group: 'clipping', keys: ['h'], needs: 'clipping' },
  'next-highlight': { group: 'clipping', keys: ['n'], needs: 'highlight' },
  'previous-highlight': { group: 'clipping', keys: ['Shift+N'], needs: 'highlight' },
  'select-sentence': { group: 'clipping', keys: ['v'], needs: 'clipping' },
  'extend-sentence': { group: 'clipping', keys: ['Shift+V'], needs: 'clipping' },
  'passage-event': { group: 'clipping', keys: ['Shift+E'], needs: 'clipping' },
  'copy-quote': { group: 'clipping', keys: ['q'], needs: 'clipping' },
  'copy-citation': { group: 'clipping', keys: ['Mod+Shift+C'], needs: 'clipping' },
  'cite-gb-t-7714': { group: 'clipping', keys: [], needs: 'clipping' },
  'cite-apa': { group: 'clipping', keys: [], needs: 'clipping' },
  'cite-chicago': { group: 'clipping', keys: [], needs: 'clipping' },
  'cite-mla': { group: 'clipping', keys: [], needs: 'clipping' },
  'find-in-article': { group: 'clipping', keys: ['Mod+Shift+F'], needs: 'clipping' },
  'correct-date': { group: 'clipping', keys: ['d'], needs: 'clipping' },
  'toggle-dates': { group: 'clipping', keys: ['Shift+D'], needs: 'clipping' },
  'next-match': { group: 'clipping', keys: ['F3', 'Mod+G'], needs: 'search' },
  'previous-match': { group: 'clipping', keys: ['Shift+F3', 'Mod+Shift+G'], needs: 'search' },
  reread: { group: 'clipping', keys: [], needs: 'clipping' },
  trash: { group: 'clipping', keys: ['#', 'Delete'], needs: 'clipping' },
  back: { group: 'clipping', keys: ['Escape'], notWhileTyping: true },

  'new-tag': { group: 'organise', keys: [] },
  'new-tag-below': { group: 'organise', keys: [], needs: 'tag' },
  'rename-tag': { group: 'organise', keys: [], needs: 'tag' },
  'move-tag': { group: 'organise', keys: [], needs: 'tag' },
  'merge-tag': { group: 'organise', keys: [], needs: 'tag' },
  'delete-tag': { group: 'organise', keys: [], needs: 'tag' },
  'new-collection': { group: 'organise', keys: [] },
  'new-collection-inside': { group: 'organise', keys: [], needs: 'collection' },
  'rename-collection': { group: 'organise', keys: [], needs: 'collection' },
  'move-collection': { group: 'organise', keys: [], needs: 'collection' },
  'move-collection-up': { group: 'organise', keys: [], needs: 'collection' },
  'move-collection-down': { group: 'organise', keys: [], needs: 'collection' },
  'move-collection-out': { group: 'organise', keys: [], needs: 'collection' },
  'delete-collection': { group: 'organise', keys: [], needs: 'collection' },

  'toggle-theme': { group: 'look', keys: [] },
  'system-theme': { group: 'look', keys: [] },
  'speak-english': { group: 'look', keys: [] },
  'speak-chinese': { group: 'look', keys: [] },
  'reading-settings': { group: 'look', keys: [], needs: 'clipping' },
  'larger-text': { group: 'look', keys: [] },
  'smaller-text': { group: 'look', keys: [] },
  'wider-text': { group: 'look', keys: [] },
  'narrower-text': { group: 'look', keys: [] },
  'more-leading': { group: 'look', keys: [] },
  'less-leading': { group: 'look', keys: [] },
  'indent-chinese': { group: 'look', keys: [] },
  'indent-english': { group: 'look', keys: [] },
  'toggle-autospace': { group: 'look', keys: [] },
  'toggle-trim': { group: 'look', keys: [] },
  'normal-text': { group: 'look', keys: [] },

  'open-sample': { group: 'library', keys: [] },
  'remove-sample': { group: 'library', keys: [] },
  'show-library': { group: 'library', keys: [] },
  'new-library': { group: 'library', keys: [] },
  'open-library': { group: 'library', keys: [] },
  'verify-library': { group: 'library', keys: [] },
  'show-backups': { group: 'library', keys: [] },
  'take-backup': { group: 'library', keys: [] },
  'empty-trash': { group: 'library', keys: [] },
  'show-diagnostics': { group: 'library', keys: [] },
} as const satisfies Record<string, CommandDefinition>

export const COMMAND_GROUPS = [
  'views',
  'clip',
  'timeline',
  'chronology',
  'list',
  'clipping',
  'organise',
  'look',
  'library',
] as const

/** What has to be on show for a command. */
export type CommandNeed =
  | 'change'
  | 'chronology'
  | 'clipping'
  | 'collection'
  | 'export'
  | 'highlight'
  | 'list'
  | 'search'
  | 'tag'
  | 'timeline'
  | 'two'

export interface CommandDefinition {
  readonly group: (typeof COMMAND_GROUPS)[number]
  readonly keys: readonly string[]
  readonly notWhileTyping?: boolean
  readonly list?: boolean
  readonly needs?: CommandNeed
  readonly view?: 'chronology'
}

export type CommandId = keyof typeof COMMANDS

export const definitionOf = (id: CommandId): CommandDefinition => COMMANDS[id]

export const commandIds = Object.keys(COMMANDS) as CommandId[]
