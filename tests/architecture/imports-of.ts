import type { ESTree } from 'vite'
import type { SourceFile } from './source-files.ts'
import { lineOf, syntaxOf, walk } from './syntax.ts'

export interface Import {
  readonly specifier: string
  readonly line: number
  /** True where the import vanishes when types are erased. */
  readonly typeOnly: boolean
  /** True where it is loaded when the code runs that asks for it. */
  readonly isLazy: boolean
}

/** Stands for a specifier that is worked out when the code runs. */
export const COMPUTED_SPECIFIER = '(computed)'

const isTypeOnly = (node: ESTree.Node): boolean => {
  if (node.type === 'TSImportType') return true
  if (node.type === 'ImportDeclaration') {
    const { importKind, specifiers } = node
    if (importKind === 'type') return true
    return (
      specifiers.length > 0 && specifiers.every(each => 'importKind' in each && each.importKind === 'type')
    )
  }
  return (
    (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') &&
    node.exportKind === 'type'
  )
}

function specifierOf(node: ESTree.Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return node.source?.value
    case 'TSExternalModuleReference':
      return node.expression.value
    case 'ImportExpression':
      return node.source.type === 'Literal' ? String(node.source.value) : COMPUTED_SPECIFIER
    case 'CallExpression': {
      const [first] = node.arguments
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined
      return first?.type === 'Literal' ? String(first.value) : COMPUTED_SPECIFIER
    }
    default:
      return undefined
  }
}

/** Everything a module takes from another one: static, re-exported, dynamic, `require`d, or as a type. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = []
  walk(syntaxOf(file), node => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return
    found.push({
      specifier,
      line: lineOf(file.text, node),
      typeOnly: isTypeOnly(node),
      isLazy: node.type === 'ImportExpression',
    })
  })
  return found
}

/** The path, relative to the root, that a relative specifier names; a query such as `?raw` is dropped. */
export function targetOf(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const { pathname } = new URL(specifier, `file:///${importer}`)
  return decodeURIComponent(pathname.slice(1))
}
