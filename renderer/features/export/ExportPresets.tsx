import { BookmarkPlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ExportPreset,
  exportPresetSchema,
  isPresetOf,
  withPreset,
} from '../../../electron/core/model/export-preset.ts'
import type { ExportRequest } from '../../../electron/core/model/export-request.ts'
import { send } from '../../api/bridge.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { showToast } from '../../ui/toasts.ts'
import { chooseCitationStyle } from '../citations/citation-style.ts'
import styles from './ExportPresets.module.css'
import { choose } from './export-choices.ts'
import { PresetNameDialog } from './PresetNameDialog.tsx'

const css = classNames(styles)

interface Props {
  /** How the export is to be made now. */
  readonly way: Omit<ExportRequest, 'scope' | 'title'>
}

/** Into the settings as they are by then. */
async function putBack(preset: ExportPreset): Promise<void> {
  const { settings } = await send('app:start', {})
  await send('settings:set', { ...settings, exportPresets: withPreset(settings.exportPresets, preset) })
}

/** Ways to export that were kept under a name: choosing one makes all choices at once. */
export function ExportPresets({ way }: Props) {
  const { t } = useTranslation()
  const { data: start } = useRequest('app:start', {}, { keepPrevious: true })
  const change = useChange('settings:set')
  const [isNaming, setIsNaming] = useState(false)
  if (!start) return null
  const { settings } = start
  const presets = settings.exportPresets
  const current = presets.find(preset => isPresetOf(preset, way))
  const keep = async (exportPresets: ExportPreset[]): Promise<boolean> =>
    (await change.run({ ...settings, exportPresets })) !== undefined
  const save = (name: string) => keep(withPreset(presets, exportPresetSchema.parse({ ...way, name })))
  const remove = async (preset: ExportPreset) => {
    if (!(await keep(presets.filter(({ name }) => name !== preset.name)))) return
    showToast({
      tone: 'done',
      title: words => words('exporting.presetRemoved', { name: preset.name }),
      action: { label: words => words('common.undo'), run: () => void putBack(preset) },
    })
  }
  const apply = (name: string) => {
    const preset = presets.find(each => each.name === name)
    if (!preset) return
    const { name: _, citationStyle, ...choices } = preset
    choose(choices)
    chooseCitationStyle(citationStyle)
  }
  const dialog = isNaming && (
    <PresetNameDialog
      suggested={current?.name ?? t(`exporting.formats.${way.format}`)}
      taken={presets.map(({ name }) => name)}
      onSave={save}
      onClose={() => setIsNaming(false)}
    />
  )
  if (presets.length === 0)
    return (
      <div className={css('first')}>
        <Button look="quiet" icon={<BookmarkPlus aria-hidden="true" />} onPress={() => setIsNaming(true)}>
          {t('exporting.savePreset')}
        </Button>
        {dialog}
      </div>
    )
  return (
    <div className={css('presets')}>
      <Select
        label={t('exporting.preset')}
        placeholder={t('exporting.choosePreset')}
        options={presets.map(({ name }) => ({ id: name, name }))}
        value={current?.name}
        onChange={apply}
      />
      <IconButton
        label={t('exporting.savePreset')}
        icon={<BookmarkPlus />}
        onPress={() => setIsNaming(true)}
      />
      {current && (
        <IconButton
          label={t('exporting.removePreset')}
          icon={<Trash2 />}
          onPress={() => void remove(current)}
        />
      )}
      {dialog}
    </div>
  )
}
