import {
  type ExportTemplate,
  ownTemplate,
  withTemplate,
} from '../../../electron/core/model/export-template.ts'
import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { createStore } from '../../state/store.ts'
import { choose, exportChoices } from './export-choices.ts'

/** A template of the user's own that is being written, and under which name it is kept. */
export interface TemplateDraft {
  readonly template: ExportTemplate
  readonly keptAs: string
}

/** Undefined while none is being written. */
export const templateDraft = createStore<TemplateDraft | undefined>(undefined)

let waiting: Promise<void> = Promise.resolve()

/** Changes the templates as they are in the settings by then, one change after the other. */
function change(
  next: (templates: readonly ExportTemplate[]) => ExportTemplate[],
  renamed?: { readonly from: string; readonly to: string },
): Promise<void> {
  waiting = waiting.then(async () => {
    try {
      const { settings } = await send('app:start', {})
      const exportPresets = settings.exportPresets.map(preset =>
        renamed !== undefined && preset.template === ownTemplate(renamed.from)
          ? { ...preset, template: ownTemplate(renamed.to) }
          : preset,
      )
      const exportTemplates = next(settings.exportTemplates)
      await send('export:keep-templates', { exportPresets, exportTemplates })
    } catch (error) {
      showFailure(error)
    }
  })
  return waiting
}

/** Keeps what is being written, so that no letter waits for a button. A name that is empty or another's waits. */
export async function keepDraft(draft: TemplateDraft, taken: readonly string[]): Promise<void> {
  const name = draft.template.name.trim()
  const isFree = name !== '' && (name === draft.keptAs || !taken.includes(name))
  const to = isFree ? name : draft.keptAs
  const from = draft.keptAs
  await change(
    templates => withTemplate(templates, { ...draft.template, name: to }, from),
    to === from ? undefined : { from, to },
  )
  if (to === from) return
  if (exportChoices.get().template === ownTemplate(from)) choose({ template: ownTemplate(to) })
  const now = templateDraft.get()
  if (now?.keptAs === from) templateDraft.set({ ...now, keptAs: to })
}

/** Adds a template, chooses it and opens it for writing. */
export async function addTemplate(template: ExportTemplate): Promise<void> {
  await change(templates => withTemplate(templates, template))
  choose({ template: ownTemplate(template.name) })
  templateDraft.set({ template, keptAs: template.name })
}

export const removeTemplate = (name: string): Promise<void> =>
  change(templates => templates.filter(each => each.name !== name))

export const putTemplateBack = (template: ExportTemplate): Promise<void> =>
  change(templates => withTemplate(templates, template))

/** Set by the editor that is open: keeps what was written since it last did. */
export const unkeptDraft: { keep: () => void } = { keep: () => undefined }

/** Resolves when all that was written is kept. */
export function templatesKept(): Promise<void> {
  unkeptDraft.keep()
  return waiting
}
