import { type KeyStroke, matchesKeys, type Platform } from '../../commands/keys.ts'

/** What a key does to the chosen tag, besides moving. The first key of each is the one that is shown. */
const TREE_KEYS = {
  new: ['n'],
  newChild: ['Shift+n'],
  rename: ['F2', 'Enter'],
  colour: ['c'],
  merge: ['m'],
  move: ['Shift+m'],
  open: ['o'],
  delete: ['Delete', 'Backspace'],
} as const

export type TreeAction = keyof typeof TREE_KEYS

export const treeActions = Object.keys(TREE_KEYS) as TreeAction[]

/** The key of an action as the interface shows it. */
export const keyOfAction = (action: TreeAction): string => TREE_KEYS[action][0]

/** All keys of an action. */
export const keysOfAction = (action: TreeAction): readonly string[] => TREE_KEYS[action]

/** The action that a keystroke in the tree asks for. */
export const actionOf = (stroke: KeyStroke, platform: Platform): TreeAction | undefined =>
  treeActions.find(action => TREE_KEYS[action].some(keys => matchesKeys(keys, stroke, platform)))
