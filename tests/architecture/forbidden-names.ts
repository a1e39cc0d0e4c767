import type { ESTree } from 'vite'
import type { SourceFile } from './source-files.ts'
import { lineOf, syntaxOf, walk } from './syntax.ts'

/** Ways to turn a string into markup. The reader renders a syntax tree instead, so none is ever needed. */
const MARKUP_SINKS = new Set([
  'dangerouslySetInnerHTML',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
])

/** Readability asks a DOM for it; this one of ours makes no markup of it, and takes nothing but its own copies of nodes. */
const DOM_OF_OURS = 'electron/formats/reader-dom.ts'

const declaresAccessor = (node: ESTree.Node, parent: ESTree.Node): boolean =>
  parent.type === 'MethodDefinition' && parent.kind !== 'method' && parent.key === node

const CHANNEL_ENDS = new Set(['ipcMain', 'ipcRenderer'])
const CHANNEL_MODULES = ['electron/ipc/serve.ts', 'electron/ipc/bridge.ts']

/** What the host provides beside the language: with one of these a function's result depends on where it runs. */
const AMBIENT = new Set([
  ...['process', 'Buffer', 'require', 'global', 'globalThis', 'self', 'window', 'document', 'navigator'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'performance'],
  ...['crypto', 'console', 'DOMParser', 'XMLSerializer', 'Worker'],
])

/** Methods of Date that read the machine's time zone or its locale. */
const LOCAL_TIME = new Set([
  ...['getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes', 'getTimezoneOffset'],
  ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toDateString', 'toTimeString'],
])

const isName = (node: ESTree.Node, name: string): boolean => node.type === 'Identifier' && node.name === name

/** True where the identifier is a key or a member's name, so that it refers to no variable. */
function isLabel(node: ESTree.Node, parent: ESTree.Node): boolean {
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed
  if ('key' in parent && parent.key === node) {
    return !('computed' in parent && parent.computed) && !('shorthand' in parent && parent.shorthand)
  }
  return parent.type.startsWith('TS')
}

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'])

function isBinding(node: ESTree.Node, parent: ESTree.Node): boolean {
  if (FUNCTIONS.has(parent.type)) return !('body' in parent && parent.body === node)
  if ('id' in parent && parent.id === node) return true
  if ('local' in parent && parent.local === node) return true
  if (parent.type === 'AssignmentPattern') return parent.left === node
  return ['ArrayPattern', 'RestElement', 'CatchClause'].includes(parent.type)
}

/** Every name that the module declares anywhere: it hides the host's, so using it is no sign of impurity. */
function namesDeclaredIn(program: ESTree.Program): Set<string> {
  const declared = new Set<string>()
  const declare = (node: ESTree.Node) => {
    if (node.type === 'Identifier') declared.add(node.name)
  }
  walk(program, (node, parent) => {
    if (isBinding(node, parent)) declare(node)
    if (node.type !== 'ObjectPattern') return
    for (const property of node.properties) if (property.type === 'Property') declare(property.value)
  })
  return declared
}

function impurityOf(
  node: ESTree.Node,
  parent: ESTree.Node,
  declared: ReadonlySet<string>,
): string | undefined {
  if (node.type === 'Identifier' && AMBIENT.has(node.name) && !declared.has(node.name)) {
    return isLabel(node, parent) ? undefined : node.name
  }
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') {
    if (isName(node.object, 'Math') && node.property.name === 'random') return 'Math.random'
    if (isName(node.object, 'Date') && node.property.name === 'now') return 'Date.now'
    if (isName(node.object, 'Temporal') && node.property.name === 'Now') return 'Temporal.Now'
    if (LOCAL_TIME.has(node.property.name)) return node.property.name
  }
  if (node.type === 'NewExpression' && isName(node.callee, 'Date') && node.arguments.length === 0)
    return 'new Date()'
  if (node.type === 'CallExpression' && isName(node.callee, 'Date')) return 'Date()'
  return undefined
}

/** One sentence for each use, in core, of a clock, of chance, or of anything that the host provides. */
export function impurities(files: readonly SourceFile[]): string[] {
  return files
    .filter(file => file.path.startsWith('electron/core/'))
    .flatMap(file => {
      const program = syntaxOf(file)
      const declared = namesDeclaredIn(program)
      const found: string[] = []
      walk(program, (node, parent) => {
        const name = impurityOf(node, parent, declared)
        if (name === undefined) return
        found.push(
          `${file.path}:${lineOf(file.text, node)} uses ${name}: core is pure; take the value as a parameter, or ask for it through an interface in electron/core/ports.ts.`,
        )
      })
      return found
    })
}

/** One sentence for each use of a name that only certain modules, or none, may use. */
export function forbiddenNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(file => {
    const found: string[] = []
    walk(syntaxOf(file), (node, parent) => {
      const name =
        node.type === 'Identifier' || node.type === 'JSXIdentifier'
          ? node.name
          : node.type === 'Literal'
            ? node.value
            : undefined
      if (typeof name !== 'string') return
      const place = `${file.path}:${lineOf(file.text, node)}`
      if (MARKUP_SINKS.has(name) && !(file.path === DOM_OF_OURS && declaresAccessor(node, parent))) {
        found.push(
          `${place} uses ${name}: bodies are syntax trees; render them with hast-util-to-jsx-runtime.`,
        )
      }
      if (CHANNEL_ENDS.has(name) && !CHANNEL_MODULES.includes(file.path)) {
        found.push(
          `${place} uses ${name}: add a channel to electron/ipc/contract.ts and answer it in electron/main/handlers.`,
        )
      }
    })
    return found
  })
}
