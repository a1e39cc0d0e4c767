import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads'
import type { TaskName, TaskRequest, TaskResponse, Tasks } from './tasks.ts'
import { reporting, type Watch } from './watch.ts'

type Perform<T extends TaskName> = (
  input: Tasks[T]['input'],
  watch: Watch,
) => Tasks[T]['output'] | Promise<Tasks[T]['output']>

type Work = { readonly [T in TaskName]: () => Promise<Perform<T>> }

/** The code of each task, loaded when it is first asked for: a worker that only searches reads no documents. */
const work = {
  extract: async () => {
    const { extractPasted } = await import('../core/extract/pipeline.ts')
    return ({ text, clippedAt }) => extractPasted(text, { clippedAt })
  },
  'read-paste': () => import('./read-paste.ts').then(each => each.readPaste),
  'read-bytes': async () => {
    const { readWhole } = await import('./import-reading.ts')
    const { fileInMemory } = await import('../formats/import-file.ts')
    return ({ name, bytes, clippedAt }) => readWhole(fileInMemory(name, bytes), clippedAt)
  },
  'import-open': () => import('./import-reading.ts').then(each => each.openImport),
  'import-next': () => import('./import-reading.ts').then(each => each.nextImported),
  'import-read': () => import('./import-reading.ts').then(each => each.readImported),
  'find-in-bodies': () => import('./find-in-bodies.ts').then(each => each.findInBodies),
  'index-open': () => import('./full-text.ts').then(each => each.openFullText),
  'index-put': () => import('./full-text.ts').then(each => each.putFullText),
  'changed-since': () => import('./full-text.ts').then(each => each.changedSince),
  'index-number': () => import('./full-text.ts').then(each => each.numberFullText),
  'index-find': () => import('./full-text.ts').then(each => each.findFullText),
  'index-snippets': () => import('./snippets.ts').then(each => each.findSnippets),
  'index-suggest-tags': () => import('./full-text.ts').then(each => each.suggestFromText),
  'index-close': () => import('./full-text.ts').then(each => each.closeFullText),
  'family-open': () => import('./families.ts').then(each => each.openFamilies),
  'family-put': () => import('./families.ts').then(each => each.putFamilies),
  'family-find': () => import('./families.ts').then(each => each.findFamilies),
  'family-compare': () => import('./families.ts').then(each => each.compareFamily),
  'family-save': () => import('./families.ts').then(each => each.saveFamilies),
  'family-close': () => import('./families.ts').then(each => each.closeFamilies),
  'article-diff': () => import('./families.ts').then(each => each.diffOfArticles),
  reextract: () => import('./reextract.ts').then(each => each.reextract),
  'original-page': () => import('./original-page.ts').then(each => each.showOriginalPage),
  'tag-look-alikes': () => import('./tag-look-alikes.ts').then(each => each.findLookAlikes),
  'back-up': () => import('./back-up.ts').then(each => each.backUp),
  'backups-list': () => import('./back-up.ts').then(each => each.listBackups),
  'backups-verify': () => import('./back-up.ts').then(each => each.checkBackups),
  'backup-compare': () => import('./back-up.ts').then(each => each.compare),
  'backup-restore': () => import('./back-up.ts').then(each => each.restore),
  'backup-versions': () => import('./back-up.ts').then(each => each.versionsOf),
  'backup-clipping': () => import('./back-up.ts').then(each => each.pastClipping),
  'library-facts': () => import('./library-care.ts').then(each => each.lookAtLibrary),
  'library-verify': () => import('./library-care.ts').then(each => each.verifyLibrary),
  'library-repair': () => import('./library-care.ts').then(each => each.repair),
  'library-move': () => import('./library-care.ts').then(each => each.move),
  'library-remove-moved': () => import('./library-care.ts').then(each => each.removeOld),
  'library-copy': () => import('./library-care.ts').then(each => each.copy),
  'library-archive': () => import('./library-care.ts').then(each => each.archive),
  'library-extract': () => import('./library-care.ts').then(each => each.extract),
  'library-orphans': () => import('./library-care.ts').then(each => each.lookForOrphans),
  'chronology-list': () => import('./chronology.ts').then(each => each.listChronology),
  'chronology-find': () => import('./chronology.ts').then(each => each.findEvents),
  'export-chronology': () => import('./build-export.ts').then(each => each.buildChronology),
  'find-quotes': async () => {
    const { quotesInBody } = await import('../core/quotes/quotes-in-body.ts')
    return ({ body }) => ({ quotes: quotesInBody(body) })
  },
  'find-sources': async () => {
    const { sourcesInBody } = await import('../core/source-chain/sources-in-body.ts')
    return ({ body }) => ({ sources: sourcesInBody(body) })
  },
  'export-notes': () => import('./write-notes.ts').then(each => each.writeNotes),
  'export-write': () => import('./write-export.ts').then(each => each.writeExport),
  'format-references': () => import('./format-references.ts').then(each => each.citeClippings),
  'export-preview': () => import('./build-export.ts').then(each => each.buildPreview),
  'export-references': () => import('./build-export.ts').then(each => each.buildReferences),
  'export-book': () => import('./build-export.ts').then(each => each.buildBook),
  'pdf-places': async () => {
    const { pdfPlaces } = await import('./pdf-places.ts')
    return ({ pdf, hasNotes }) => pdfPlaces(pdf, hasNotes)
  },
} satisfies Work

// `WorkPool.run` is the only sender and types the input by the task's name.
const load = (task: TaskName): Promise<(input: unknown, watch: Watch) => unknown> =>
  work[task]() as Promise<(input: unknown, watch: Watch) => unknown>

async function respond(
  id: number,
  loaded: ReturnType<typeof load>,
  input: unknown,
  watch: Watch,
): Promise<TaskResponse> {
  try {
    const perform = await loaded
    return { id, ok: true, value: await perform(input, watch) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

function portOf(): MessagePort {
  if (parentPort === null) throw new Error('this module runs in a worker thread')
  return parentPort
}

const port = portOf()
/** Takes the messages that have come while a task did not let go of the thread. */
const look = () => {
  for (let found = receiveMessageOnPort(port); found !== undefined; found = receiveMessageOnPort(port))
    take(found.message)
}
const running = new Map<number, AbortController>()
/** Tasks begin in the order in which they were asked for, whatever their code takes to load. */
let inTurn: Promise<unknown> = Promise.resolve()
function take(request: TaskRequest): void {
  const { id } = request
  if (request.task === 'cancel') {
    running.get(id)?.abort()
    return
  }
  const controller = new AbortController()
  running.set(id, controller)
  const tell = (response: TaskResponse) => port.postMessage(response)
  const watch = {
    signal: controller.signal,
    progress: reporting((done, total) => tell({ id, done, total })),
    look,
  }
  const loaded = inTurn.then(() => load(request.task))
  inTurn = loaded.catch(() => undefined)
  void respond(id, loaded, request.input, watch).then(response => {
    running.delete(id)
    tell(response)
  })
}
port.on('message', take)
