import { parentPort } from 'node:worker_threads'
import { extractPasted } from '../core/extract/pipeline.ts'
import { backUp } from './back-up.ts'
import { buildBook, buildMarkdownFile, buildMarkdownFolder, buildPreview } from './build-export.ts'
import { extractBytes, extractFile } from './extract-file.ts'
import { findInBodies } from './find-in-bodies.ts'
import { findFullText, openFullText, putFullText } from './full-text.ts'
import { pdfOutline } from './pdf-outline.ts'
import { findSnippets } from './snippets.ts'
import type { TaskName, TaskRequest, TaskResponse, Tasks } from './tasks.ts'

type Work = {
  readonly [T in TaskName]: (input: Tasks[T]['input']) => Tasks[T]['output'] | Promise<Tasks[T]['output']>
}

const work = {
  extract: ({ text, clippedAt }) => extractPasted(text, { clippedAt }),
  'extract-file': extractFile,
  'extract-bytes': extractBytes,
  'find-in-bodies': findInBodies,
  'index-open': openFullText,
  'index-put': putFullText,
  'index-find': findFullText,
  'index-snippets': findSnippets,
  'back-up': backUp,
  'export-file': buildMarkdownFile,
  'export-folder': buildMarkdownFolder,
  'export-preview': buildPreview,
  'export-book': buildBook,
  'pdf-outline': ({ pdf }) => pdfOutline(pdf),
} satisfies Work

async function respond({ id, task, input }: TaskRequest): Promise<TaskResponse> {
  try {
    // `WorkPool.run` is the only sender and types the input by the task's name.
    const perform = work[task] as (input: unknown) => unknown
    return { id, ok: true, value: await perform(input) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

const port = parentPort
if (port === null) throw new Error('this module runs in a worker thread')
port.on('message', (request: TaskRequest) => {
  void respond(request).then(response => port.postMessage(response))
})
