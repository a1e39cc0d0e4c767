import { type ESTree, parseSync } from 'vite'
import type { SourceFile } from './source-files.ts'

const isNode = (value: unknown): value is ESTree.Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Calls `visit` for every node below `node`, with the node that holds it. */
export function walk(node: ESTree.Node, visit: (node: ESTree.Node, parent: ESTree.Node) => void): void {
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue
      visit(child, node)
      walk(child, visit)
    }
  }
}

/** The syntax tree of one module; a module that does not parse is a failure of the check, never a pass. */
export function syntaxOf({ path, text }: SourceFile): ESTree.Program {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ''}`)
  return program
}

/** The line, counted from 1, on which a node starts. */
export const lineOf = (text: string, node: { start: number }): number =>
  text.slice(0, node.start).split('\n').length
