import { parentPort } from 'node:worker_threads'
import { extractPasted } from '../core/extract/pipeline.ts'
import { fileInMemory } from '../formats/import-file.ts'
import { backUp, checkBackups, compare, listBackups, pastClipping, restore, versionsOf } from './back-up.ts'
import { buildBook, buildMarkdownFile, buildMarkdownFolder, buildPreview } from './build-export.ts'
import {
  closeFamilies,
  compareFamily,
  diffOfArticles,
  findFamilies,
  openFamilies,
  putFamilies,
  saveFamilies,
} from './families.ts'
import { findInBodies } from './find-in-bodies.ts'
import {
  changedSince,
  closeFullText,
  findFullText,
  numberFullText,
  openFullText,
  putFullText,
} from './full-text.ts'
import { nextImported, openImport, readImported, readWhole } from './import-reading.ts'
import {
  archive,
  copy,
  extract,
  lookAtLibrary,
  lookForOrphans,
  move,
  removeOld,
  repair,
  verifyLibrary,
} from './library-care.ts'
import { pdfOutline } from './pdf-outline.ts'
import { readPaste } from './read-paste.ts'
import { reextract } from './reextract.ts'
import { findSnippets } from './snippets.ts'
import type { TaskName, TaskRequest, TaskResponse, Tasks } from './tasks.ts'
import { reporting, type Watch } from './watch.ts'

type Work = {
  readonly [T in TaskName]: (
    input: Tasks[T]['input'],
    watch: Watch,
  ) => Tasks[T]['output'] | Promise<Tasks[T]['output']>
}

const work = {
  extract: ({ text, clippedAt }) => extractPasted(text, { clippedAt }),
  'read-paste': readPaste,
  'read-bytes': ({ name, bytes, clippedAt }) => readWhole(fileInMemory(name, bytes), clippedAt),
  'import-open': openImport,
  'import-next': nextImported,
  'import-read': readImported,
  'find-in-bodies': findInBodies,
  'index-open': openFullText,
  'index-put': putFullText,
  'changed-since': changedSince,
  'index-number': numberFullText,
  'index-find': findFullText,
  'index-snippets': findSnippets,
  'index-close': closeFullText,
  'family-open': openFamilies,
  'family-put': putFamilies,
  'family-find': findFamilies,
  'family-compare': compareFamily,
  'family-save': saveFamilies,
  'family-close': closeFamilies,
  'article-diff': diffOfArticles,
  reextract,
  'back-up': backUp,
  'backups-list': listBackups,
  'backups-verify': checkBackups,
  'backup-compare': compare,
  'backup-restore': restore,
  'backup-versions': versionsOf,
  'backup-clipping': pastClipping,
  'library-facts': lookAtLibrary,
  'library-verify': verifyLibrary,
  'library-repair': repair,
  'library-move': move,
  'library-remove-moved': removeOld,
  'library-copy': copy,
  'library-archive': archive,
  'library-extract': extract,
  'library-orphans': lookForOrphans,
  'export-file': buildMarkdownFile,
  'export-folder': buildMarkdownFolder,
  'export-preview': buildPreview,
  'export-book': buildBook,
  'pdf-outline': ({ pdf }) => pdfOutline(pdf),
} satisfies Work

async function respond(id: number, task: TaskName, input: unknown, watch: Watch): Promise<TaskResponse> {
  try {
    // `WorkPool.run` is the only sender and types the input by the task's name.
    const perform = work[task] as (input: unknown, watch: Watch) => unknown
    return { id, ok: true, value: await perform(input, watch) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

const port = parentPort
if (port === null) throw new Error('this module runs in a worker thread')
const running = new Map<number, AbortController>()
port.on('message', (request: TaskRequest) => {
  const { id } = request
  if (request.task === 'cancel') {
    running.get(id)?.abort()
    return
  }
  const controller = new AbortController()
  running.set(id, controller)
  const tell = (response: TaskResponse) => port.postMessage(response)
  const watch = { signal: controller.signal, progress: reporting((done, total) => tell({ id, done, total })) }
  void respond(id, request.task, request.input, watch).then(response => {
    running.delete(id)
    tell(response)
  })
})
