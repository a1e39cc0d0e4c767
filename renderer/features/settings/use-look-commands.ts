import { useEffect } from 'react'
import type { Settings } from '../../../electron/core/model/settings.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import { changeTextSize, recallTextSize } from '../reader/text-size.ts'

/** The commands of how the window looks and which language it speaks. They apply at once. */
export function useLookCommands(): void {
  const { data: start } = useRequest('app:start', {})
  const save = useChange('settings:set')
  const settings = start?.settings
  const change = (part: Partial<Settings>) =>
    settings ? () => void save.run({ ...settings, ...part }) : undefined
  const isDark = () =>
    settings?.theme === 'system'
      ? window.matchMedia('(prefers-color-scheme: dark)').matches
      : settings?.theme === 'dark'
  useEffect(recallTextSize, [])
  useCommand('toggle-theme', () => change({ theme: isDark() ? 'light' : 'dark' })?.())
  useCommand('system-theme', change({ theme: 'system' }))
  useCommand('speak-english', change({ language: 'en' }))
  useCommand('speak-chinese', change({ language: 'zh-Hans' }))
  useCommand('larger-text', () => changeTextSize(1))
  useCommand('smaller-text', () => changeTextSize(-1))
  useCommand('normal-text', () => changeTextSize('normal'))
}
