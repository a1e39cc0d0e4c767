import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { DEFAULT_TEMPLATE } from '../core/model/built-in-templates.ts'
import { CITATION_STYLES } from '../core/model/citation-style.ts'
import { EDITED_ANSWERS } from '../core/model/edited-file.ts'
import { WRITTEN_FORMAT_IDS } from '../core/model/export-formats.ts'
import {
  DEFAULT_MARKDOWN,
  MARKDOWN_FLAVOURS,
  MARKDOWN_HIGHLIGHTS,
  MARKDOWN_PICTURES,
} from '../core/model/markdown-layout.ts'
import { PAPERS } from '../core/model/paper.ts'
import { BACKUPS_FOLDER } from '../store/paths.ts'
import { archiveLibrary, extractLibrary } from './archive.ts'
import { backUpLibrary, checkBackups, printBackups } from './backup.ts'
import { libraryFolder } from './library-folder.ts'
import { EXIT, type ExitCode, type Output } from './output.ts'
import { listLibrary, searchLibrary } from './query.ts'
import { restoreOne, restoreOver, restoreTo } from './restore.ts'
import { USAGE } from './usage.ts'
import { verifyLibrary } from './verify.ts'

const OPTIONS = {
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  stdin0: { type: 'boolean', default: false },
  library: { type: 'string' },
  format: { type: 'string' },
  to: { type: 'string' },
  style: { type: 'string', default: 'gb-t-7714' },
  flavour: { type: 'string', default: DEFAULT_MARKDOWN.flavour },
  pictures: { type: 'string', default: DEFAULT_MARKDOWN.pictures },
  highlights: { type: 'string', default: DEFAULT_MARKDOWN.highlights },
  originals: { type: 'boolean', default: false },
  edited: { type: 'string' },
  template: { type: 'string', default: DEFAULT_TEMPLATE },
  collection: { type: 'string' },
  tag: { type: 'string' },
  language: { type: 'string', default: 'en' },
  paper: { type: 'string', default: 'A4' },
  backups: { type: 'string' },
  clipping: { type: 'string' },
  preview: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    // parseArgs tells a wrong option by a TypeError whose code starts so (Node's documentation of util.parseArgs).
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return error.message
    }
    throw error
  }
}

/**
 * Runs one command; resolves to the exit status. Nothing else of the process is touched. `worker` is the program of
 * worker threads, for commands that use several cores.
 */
export async function run(args: readonly string[], output: Output, worker?: URL): Promise<ExitCode> {
  const wrong = (message: string): ExitCode => {
    output.err(`cuttings: ${message}\nTry 'cuttings --help'.\n`)
    return EXIT.usage
  }
  const parsed = read(args)
  if (typeof parsed === 'string') return wrong(parsed)
  const { values, positionals } = parsed
  const [command, ...rest] = positionals
  if (values.help || command === 'help') {
    output.out(USAGE)
    return EXIT.done
  }
  if (values.version) {
    output.out(`${version}\n`)
    return EXIT.done
  }
  const folder = libraryFolder(values.library)
  const backups = values.backups === undefined ? join(folder, BACKUPS_FOLDER) : resolve(values.backups)
  switch (command) {
    case 'extract': {
      // The readers of documents are most of the program, and most commands need none.
      const { extractListed, extractOne } = await import('./extract.ts')
      if (values.stdin0) return rest.length === 0 ? extractListed(output) : wrong('--stdin0 takes no FILE')
      const [path, extra] = rest
      if (path === undefined || extra !== undefined)
        return wrong('extract takes one FILE, or - for standard input')
      return extractOne(path, { asJson: values.json, all: values.all }, output)
    }
    case 'import': {
      if (rest.length === 0) return wrong('import takes at least one PATH')
      const { importPaths } = await import('./import.ts')
      return importPaths(folder, rest, { dryRun: values['dry-run'], asJson: values.json, worker }, output)
    }
    case 'list':
      return rest.length > 0 ? wrong('list takes no arguments') : listLibrary(folder, values.json, output)
    case 'search':
      return rest.length === 0
        ? wrong('search takes a QUERY')
        : searchLibrary(folder, rest.join(' '), values.json, output)
    case 'export': {
      const { to, collection, tag, language } = values
      // As it was called when there was one format.
      const format = values.format === 'markdown' ? 'markdown-folder' : values.format
      const known = WRITTEN_FORMAT_IDS.find(each => each === format)
      if (known === undefined || rest.length > 0)
        return wrong(`export takes --format, one of ${WRITTEN_FORMAT_IDS.join(', ')}`)
      if (to === undefined) return wrong('export takes --to PATH')
      if (language !== 'en' && language !== 'zh-Hans') return wrong('--language is en or zh-Hans')
      const paper = PAPERS.find(each => each === values.paper)
      if (paper === undefined) return wrong(`--paper is one of ${PAPERS.join(', ')}`)
      const style = CITATION_STYLES.find(each => each === values.style)
      if (style === undefined) return wrong(`--style is one of ${CITATION_STYLES.join(', ')}`)
      const flavour = MARKDOWN_FLAVOURS.find(each => each === values.flavour)
      if (flavour === undefined) return wrong(`--flavour is one of ${MARKDOWN_FLAVOURS.join(', ')}`)
      const pictures = MARKDOWN_PICTURES.find(each => each === values.pictures)
      if (pictures === undefined) return wrong(`--pictures is one of ${MARKDOWN_PICTURES.join(', ')}`)
      const highlights = MARKDOWN_HIGHLIGHTS.find(each => each === values.highlights)
      if (highlights === undefined) return wrong(`--highlights is one of ${MARKDOWN_HIGHLIGHTS.join(', ')}`)
      const edited = EDITED_ANSWERS.find(each => each === values.edited)
      if (values.edited !== undefined && edited === undefined)
        return wrong(`--edited is one of ${EDITED_ANSWERS.join(', ')}`)
      const markdown = { flavour, pictures, highlights, originals: values.originals }
      const { exportLibrary } = await import('./export.ts')
      return exportLibrary(
        folder,
        {
          format: known,
          to,
          collection,
          tag,
          language,
          paper,
          citationStyle: style,
          markdown,
          template: values.template,
          edited,
        },
        output,
      )
    }
    case 'verify': {
      const [bag, extra] = rest
      if (extra !== undefined) return wrong('verify takes at most one BAG')
      if (bag === undefined) return verifyLibrary(folder, values.json, output)
      const { verifyEvidence } = await import('./verify-bag.ts')
      return verifyEvidence(resolve(bag), values.json, output)
    }
    case 'backup':
      if (rest.length === 0) return backUpLibrary(folder, backups, values.json, output)
      if (rest.length === 1 && rest[0] === 'list') return printBackups(backups, values.json, output)
      if (rest.length === 1 && rest[0] === 'verify') return checkBackups(folder, backups, values.json, output)
      return wrong('backup takes no arguments, or list, or verify')
    case 'archive': {
      const [action, path, extra] = rest
      if (path !== undefined && extra === undefined) {
        if (action === 'create') return archiveLibrary(folder, resolve(path), values.json, output)
        if (action === 'extract' && values.to !== undefined)
          return extractLibrary(path, resolve(values.to), values.json, output)
      }
      return wrong('archive takes create FILE, or extract FILE --to DIR')
    }
    case 'repair': {
      if (rest.length > 0) return wrong('repair takes no arguments')
      const { repair } = await import('./repair.ts')
      return repair(folder, values.backups === undefined ? undefined : backups, values.json, output)
    }
    case 'restore': {
      const [name, extra] = rest
      const { to, replace, clipping, preview, json: asJson } = values
      if (name === undefined || extra !== undefined) return wrong('restore takes one BACKUP, or latest')
      if (Number(to !== undefined) + Number(replace) + Number(clipping !== undefined) !== 1)
        return wrong('restore takes --to DIR, --replace or --clipping ID')
      const choice = { backups, name }
      if (to !== undefined) return restoreTo(choice, resolve(to), asJson, output)
      if (clipping === undefined) return restoreOver(choice, folder, asJson, output)
      return restoreOne(choice, folder, clipping, { preview, asJson }, output)
    }
    case undefined:
      return wrong('no command')
    default:
      return wrong(`unknown command ${command}`)
  }
}
