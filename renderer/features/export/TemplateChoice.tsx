import { CopyPlus, FilePlus, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  BUILT_IN_TEMPLATE_IDS,
  BUILT_IN_TEMPLATES,
  DEFAULT_TEMPLATE,
} from '../../../electron/core/model/built-in-templates.ts'
import {
  LONGEST_TEMPLATE_NAME,
  ownTemplate,
  ownTemplateName,
  type TemplateText,
} from '../../../electron/core/model/export-template.ts'
import { useRequest } from '../../api/use-request.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { showToast } from '../../ui/toasts.ts'
import { choose } from './export-choices.ts'
import styles from './TemplateChoice.module.css'
import { addTemplate, putTemplateBack, removeTemplate, templateDraft } from './template-draft.ts'

const css = classNames(styles)

/** `name`, or `name 2`, `name 3` … where it is taken. */
function freeName(name: string, taken: readonly string[]): string {
  const short = name.slice(0, LONGEST_TEMPLATE_NAME - 6)
  for (let count = 1; ; count += 1) {
    const each = count === 1 ? short : `${short} ${count}`
    if (!taken.includes(each)) return each
  }
}

/** Which template an export is written by: ours, or one of the user's own, which can be written here. */
export function TemplateChoice({ reference }: { readonly reference: string }) {
  const { t } = useTranslation()
  const { data: start } = useRequest('app:start', {}, { keepPrevious: true })
  const draft = useStore(templateDraft)
  const own = start?.settings.exportTemplates ?? []
  const options = [
    ...BUILT_IN_TEMPLATE_IDS.map(id => ({ id: id as string, name: t(`exporting.template.builtIn.${id}`) })),
    ...own.map(({ name }) => ({ id: ownTemplate(name), name })),
  ]
  const taken = options.map(({ name }) => name)
  const name = ownTemplateName(reference)
  const chosen = own.find(each => each.name === name)
  const builtIn = BUILT_IN_TEMPLATE_IDS.find(id => id === reference)
  const source: TemplateText | undefined = chosen ?? (builtIn && BUILT_IN_TEMPLATES[builtIn])
  const copy = ({ kind, text }: TemplateText, of: string) =>
    void addTemplate({ name: freeName(of, taken), kind, text })
  const remove = async () => {
    if (!chosen) return
    templateDraft.set(undefined)
    choose({ template: DEFAULT_TEMPLATE })
    await removeTemplate(chosen.name)
    showToast({
      tone: 'done',
      title: words => words('exporting.template.removed', { name: chosen.name }),
      action: {
        label: words => words('common.undo'),
        run: () => {
          choose({ template: ownTemplate(chosen.name) })
          void putTemplateBack(chosen)
        },
      },
    })
  }
  return (
    <div className={css('choice')}>
      <Select
        label={t('exporting.template.label')}
        placeholder={t('exporting.template.choose')}
        options={options}
        value={source === undefined ? undefined : reference}
        onChange={template => {
          templateDraft.set(undefined)
          choose({ template })
        }}
      />
      {chosen ? (
        <IconButton
          label={t(draft ? 'exporting.template.close' : 'exporting.template.edit')}
          icon={<Pencil />}
          onPress={() => templateDraft.set(draft ? undefined : { template: chosen, keptAs: chosen.name })}
        />
      ) : (
        <IconButton
          label={t('exporting.template.new')}
          icon={<FilePlus />}
          onPress={() => copy({ kind: 'markdown', text: '# {{ title }}\n' }, t('exporting.template.newName'))}
        />
      )}
      {source && (
        <IconButton
          label={t('exporting.template.duplicate')}
          icon={<CopyPlus />}
          onPress={() => copy(source, options.find(({ id }) => id === reference)?.name ?? '')}
        />
      )}
      {chosen && (
        <IconButton label={t('exporting.template.remove')} icon={<Trash2 />} onPress={() => void remove()} />
      )}
    </div>
  )
}
