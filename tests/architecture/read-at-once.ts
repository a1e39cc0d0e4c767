import type { ESTree } from 'vite'
import type { SourceFile } from './source-files.ts'
import { lineOf, syntaxOf, walk } from './syntax.ts'

/** What a user does. The window may draw what comes of it some moments later. */
const ACTS = new Set([
  ...['click', 'dblclick', 'tap', 'press', 'type', 'insertText', 'fill', 'clear', 'check', 'uncheck'],
  ...['selectOption', 'hover', 'dragTo', 'wheel', 'focus', 'setViewportSize', 'clickMenu', 'choose'],
])

/** What a spec reads of the window as it is at that moment. */
const READS = new Set([
  ...['inputValue', 'textContent', 'innerText', 'allTextContents', 'allInnerTexts', 'getAttribute', 'count'],
  ...['isVisible', 'isHidden', 'isChecked', 'isEnabled', 'isDisabled', 'boundingBox'],
  ...['evaluate', 'evaluateAll'],
])

/** The name of what is called last in `a.b(…).c(…)`: `c`. */
function called(node: ESTree.Node | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression') return undefined
  const { callee } = node
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
    ? callee.property.name
    : undefined
}

const awaited = (node: ESTree.Node | null | undefined): ESTree.Node | undefined =>
  node?.type === 'AwaitExpression' ? node.argument : undefined

/** What a block, a loop or a function ends with; the statement itself where it holds no others. */
function lastOf(node: ESTree.Node | null | undefined): ESTree.Node | null | undefined {
  if (node?.type === 'BlockStatement') return lastOf(node.body.at(-1))
  return node !== null && node !== undefined && 'body' in node ? lastOf(node.body as ESTree.Node) : node
}

/** Whether the last thing that a statement, a loop or a function does is an act. */
function endsWithAct(node: ESTree.Node, acts: ReadonlySet<string>): boolean {
  const last = lastOf(node)
  const done = last?.type === 'ExpressionStatement' ? awaited(last.expression) : last
  return acts.has(called(done) ?? '')
}

/** The names of a module's functions of which something is true. */
function functionsThat(program: ESTree.Program, holds: (body: ESTree.Node) => boolean): string[] {
  const names: string[] = []
  walk(program, node => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return
    if (node.init?.type === 'ArrowFunctionExpression' && holds(node.init)) names.push(node.id.name)
  })
  return names
}

/** Whether a statement takes what the window shows as it is: `expect(await …)`, or `const a = await …`. */
function readsAtOnce(statement: ESTree.Node, readers: ReadonlySet<string>): boolean {
  const isRead = (node: ESTree.Node | null | undefined) => readers.has(called(awaited(node)) ?? '')
  if (statement.type === 'VariableDeclaration') return statement.declarations.some(({ init }) => isRead(init))
  if (statement.type !== 'ExpressionStatement') return false
  let reads = false
  walk(statement, node => {
    if (called(node) !== 'expect') return
    walk(node, inner => {
      reads ||= isRead(inner)
    })
  })
  return reads
}

/** One sentence for each spec that reads the window in the statement after an act, without waiting for what comes of it. */
export function readAtOnce(files: readonly SourceFile[]): string[] {
  return files.flatMap(file => {
    const program = syntaxOf(file)
    const reads = (body: ESTree.Node) => {
      let found = false
      walk(body, node => {
        found ||= READS.has(called(node) ?? '')
      })
      return found
    }
    const readers = new Set([...READS, ...functionsThat(program, reads)])
    const acts = new Set([...ACTS, ...functionsThat(program, body => endsWithAct(body, ACTS))])
    const found: string[] = []
    walk(program, node => {
      if (node.type !== 'BlockStatement') return
      for (const [at, statement] of node.body.entries()) {
        const next = node.body[at + 1]
        if (next === undefined || !endsWithAct(statement, acts) || !readsAtOnce(next, readers)) continue
        found.push(
          `${file.path}:${lineOf(file.text, next)} reads the window right after an act: a slow machine has not drawn it yet; use expect.poll.`,
        )
      }
    })
    return found
  })
}
