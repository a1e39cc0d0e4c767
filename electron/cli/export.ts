import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { inExportOrder } from '../core/export/plan.ts'
import type { ExportLanguage } from '../core/export/words.ts'
import { collectionsWithin, pathNames } from '../core/library/collection-tree.ts'
import { BUILT_IN_TEMPLATE_IDS, templateNamed } from '../core/model/built-in-templates.ts'
import type { CitationStyle } from '../core/model/citation-style.ts'
import type { EditedAnswer } from '../core/model/edited-file.ts'
import { formatFacts, type WrittenFormat } from '../core/model/export-formats.ts'
import { type TemplateText, templateTextSchema } from '../core/model/export-template.ts'
import type { MarkdownLayout } from '../core/model/markdown-layout.ts'
import type { Paper } from '../core/model/paper.ts'
import { isWithinTag } from '../core/model/tag.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { placeOfExport } from '../store/export-target.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { systemClock } from '../store/system-ports.ts'
import { clippingLine } from '../work/export-source.ts'
import { writeExport } from '../work/write-export.ts'
import { storeFailure } from './library-folder.ts'
import type { ExitCode, Output } from './output.ts'
import { kept, report } from './query.ts'

async function templateAt(reference: string): Promise<Result<TemplateText, string>> {
  const builtIn = templateNamed(reference, [])
  if (builtIn !== undefined) return ok(builtIn)
  const text = await readFile(reference, 'utf8').catch(() => undefined)
  if (text === undefined)
    return fail(`no template is at ${reference}; ours are ${BUILT_IN_TEMPLATE_IDS.join(', ')}`)
  const kind = /\.txt(?:\.liquid)?$/iu.test(reference) ? 'text' : 'markdown'
  const template = templateTextSchema.safeParse({ kind, text })
  return template.success ? ok(template.data) : fail(`${reference} is too long for a template`)
}

export interface ExportChoice {
  readonly format: WrittenFormat
  readonly to: string
  readonly collection: string | undefined
  readonly tag: string | undefined
  readonly language: ExportLanguage
  readonly paper: Paper
  readonly citationStyle: CitationStyle
  readonly markdown: MarkdownLayout
  /** One of ours by its id, or the path of one, which is plain text where it ends in `.txt.liquid`. */
  readonly template: string
  /** What becomes of files of an earlier export that were changed by hand; without it nothing is exported. */
  readonly edited: EditedAnswer['answer'] | undefined
}

/**
 * `export --format FORMAT --to PATH`: a file that is not there yet, or a folder that is absent or empty, the oldest
 * clipping first.
 */
export const exportLibrary = (folder: string, choice: ExportChoice, output: Output): Promise<ExitCode> =>
  report(folder, output, async library => {
    const { collection: name, tag, format } = choice
    const template = await templateAt(choice.template)
    if (!template.ok) return template
    const path = resolve(choice.to)
    const { state } = library
    const collection = [...state.collections.values()].find(each => each.name === name)
    if (name !== undefined && collection === undefined) return fail(`no collection is called ${name}`)
    const within = collection && collectionsWithin(state.collections, collection.id)
    const chosen = kept(library)
      .filter(each => within === undefined || each.collections.some(id => within.has(id)))
      .filter(each => tag === undefined || each.tags.some(own => isWithinTag(own, tag)))
    if (chosen.length === 0) return fail('nothing to export')
    if (formatFacts(format).target === 'file' && (await nodeFileSystem.exists(path)))
      return fail(`${choice.to} exists already; nothing was exported`)
    const ordered = inExportOrder(chosen, clipping => clipping, 'oldest-first')
    const input: Parameters<typeof writeExport>[0] = {
      of: {
        title: collection?.name ?? tag ?? 'Cuttings',
        language: choice.language,
        paper: choice.paper,
        citationStyle: choice.citationStyle,
        markdown: choice.markdown,
        template: template.value,
        createdAt: new Date(systemClock.now()).toISOString(),
        library: library.directory,
        newer: library.newer,
        collections: [...pathNames(state.collections)].map(([id, name]) => ({ id, name })),
        articles: ordered.length,
        clippings: Buffer.concat(ordered.map(clippingLine)),
      },
      format,
      place: placeOfExport(path, String(process.pid)),
    }
    const watch = { signal: new AbortController().signal, progress: () => undefined }
    const first = await writeExport(input, watch)
    const { edited } = first.ok ? {} : first.error
    const { edited: answer } = choice
    const written =
      edited === undefined || answer === undefined
        ? first
        : await writeExport({ ...input, answers: edited.map(file => ({ ...file, answer })) }, watch)
    if (!written.ok) {
      const { template: problem, edited: changed } = written.error
      if (changed !== undefined)
        return fail(
          `changed since they were exported, so nothing was: ${changed.map(({ path }) => path).join(', ')}; --edited says what becomes of them`,
        )
      return fail(
        problem === undefined
          ? storeFailure(written.error)
          : `line ${problem.line}, column ${problem.column} of the template: ${problem.reason}${problem.word === undefined ? '' : ` (${problem.word})`}`,
      )
    }
    const { picturesLeftOut } = written.value
    if (picturesLeftOut > 0)
      output.err(`cuttings: ${picturesLeftOut} pictures left out: Word does not show them\n`)
    output.out(`${choice.to}\t${ordered.length}\n`)
    return ok(undefined)
  })
