import { isBuiltin } from 'node:module'
import { type Import, importsOf, targetOf } from './imports-of.ts'
import type { SourceFile } from './source-files.ts'

interface Layer {
  /** Path prefixes that the layer's modules may import, beside their own layer. */
  readonly may: readonly string[]
  /** Path prefixes of which they may import types only. */
  readonly mayTypes?: readonly string[]
  readonly node: boolean
  /** Whether `electron` may be imported: by all of the layer, or by the named modules. */
  readonly electron: boolean | readonly string[]
  /** Packages that may be imported; all where it is missing. */
  readonly packages?: RegExp
  /** Where code belongs that this layer refuses. */
  readonly instead: string
}

/** Packages that compute and do nothing else. One that reads a clock, a file or a network has no place here. */
const PURE =
  /^(?:@exodus\/bytes\/base64\.js|zod|unified|yaml|uuid|citeproc|canonicalize|opencc-js|pinyin-pro|parse5|(?:hast|xast|mdast|unist|micromark|remark|rehype|vfile)[a-z-]*|@types\/(?:hast|xast|mdast|unist))(?:\/|$)/

const CORE = 'electron/core/'
const FORMATS = 'electron/formats/'
const STORE = 'electron/store/'
const INDEX = 'electron/index/'
const WORK = 'electron/work/'
const IPC = 'electron/ipc/'

/** The allowed arrows between folders, and the only place where they are written. */
const LAYERS: Readonly<Record<string, Layer>> = {
  [CORE]: {
    // Bundled as text, for files that are exported.
    may: ['resources/export/'],
    node: false,
    electron: false,
    packages: PURE,
    instead:
      'core is pure: put what reads files into electron/store or electron/formats, what runs elsewhere into electron/work or electron/main, and ask for it through an interface in electron/core/ports.ts',
  },
  [FORMATS]: {
    may: [CORE],
    node: true,
    electron: false,
    instead:
      'formats turns bytes into sources for extraction: what combines it with the library belongs in electron/work',
  },
  [STORE]: {
    may: [CORE],
    node: true,
    electron: false,
    instead:
      'store keeps records: rules about them belong in electron/core, what combines them with windows in electron/main',
  },
  [INDEX]: {
    may: [CORE],
    node: true,
    electron: false,
    instead:
      'the index is derived from records of core: what feeds it from the library belongs in electron/work',
  },
  [WORK]: {
    may: [CORE, FORMATS, STORE, INDEX, 'resources/citation-styles/'],
    node: true,
    electron: false,
    instead:
      'workers have no Electron and no channel to the window: answer electron/main, which tells the window',
  },
  [IPC]: {
    may: ['electron/core/model/'],
    node: false,
    electron: ['electron/ipc/serve.ts', 'electron/ipc/sender.ts', 'electron/ipc/bridge.ts'],
    instead:
      'ipc says what crosses the border and nothing else: handlers belong in electron/main/handlers, records in electron/core/model',
  },
  'electron/preload/': {
    may: [IPC],
    node: false,
    electron: true,
    packages: /^$/,
    instead:
      'the preload hands over the bridge and nothing else: add a channel to electron/ipc/contract.ts and answer it in electron/main/handlers',
  },
  'electron/main/': {
    may: [WORK, FORMATS, STORE, INDEX, IPC, CORE, 'resources/', 'package.json'],
    node: true,
    electron: true,
    instead: 'main puts the parts together: what the window shows belongs in renderer',
  },
  'electron/cli/': {
    may: [WORK, FORMATS, STORE, INDEX, IPC, CORE, 'resources/', 'out/', 'package.json'],
    node: true,
    electron: false,
    instead:
      'the command line is the core without a window: what it shares with the window belongs in electron/core, electron/store or electron/work',
  },
  'renderer/': {
    may: ['electron/core/model/', 'electron/core/search/'],
    mayTypes: ['electron/ipc/contract.ts'],
    node: false,
    electron: false,
    instead:
      'the window knows records and asks for the rest: add a channel to electron/ipc/contract.ts and answer it in electron/main/handlers; a pure rule that both sides need belongs in electron/core/model',
  },
}

const layerOf = (path: string): string | undefined =>
  Object.keys(LAYERS).find(prefix => path.startsWith(prefix))

const within = (prefixes: readonly string[] | undefined, path: string): boolean =>
  prefixes?.some(prefix => path.startsWith(prefix)) ?? false

function mayImport(layer: Layer, own: string, importer: string, { specifier, typeOnly }: Import): boolean {
  const target = targetOf(importer, specifier)
  if (target !== undefined) {
    return within([own], target) || within(layer.may, target) || (typeOnly && within(layer.mayTypes, target))
  }
  if (specifier === 'electron' || specifier.startsWith('electron/')) {
    return typeof layer.electron === 'boolean' ? layer.electron : layer.electron.includes(importer)
  }
  if (isBuiltin(specifier)) return layer.node
  return layer.packages?.test(specifier) ?? true
}

/** One sentence for each import that points the wrong way, with the place where the code belongs. */
export function wrongArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap(file => {
    const own = layerOf(file.path)
    const layer = own === undefined ? undefined : LAYERS[own]
    if (own === undefined || layer === undefined) {
      return [`${file.path} is in no layer: say in tests/architecture/layers.ts what its folder may import`]
    }
    return importsOf(file)
      .filter(each => !mayImport(layer, own, file.path, each))
      .map(
        each =>
          `${file.path}:${each.line} imports ${each.typeOnly ? 'types of ' : ''}${targetOf(file.path, each.specifier) ?? each.specifier}: ${layer.instead}.`,
      )
  })
}
