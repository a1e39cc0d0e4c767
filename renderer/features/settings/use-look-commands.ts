import { useEffect } from 'react'
import type { Settings } from '../../../electron/core/model/settings.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import {
  type Reading,
  reading,
  recallReading,
  resetReading,
  setReading,
  stepReading,
} from '../reader/reading-settings.ts'

const other = (paragraphs: Reading['chinese']) => (paragraphs === 'spaced' ? 'indented' : 'spaced')

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
  useEffect(recallReading, [])
  useCommand('toggle-theme', () => change({ theme: isDark() ? 'light' : 'dark' })?.())
  useCommand('system-theme', change({ theme: 'system' }))
  useCommand('speak-english', change({ language: 'en' }))
  useCommand('speak-chinese', change({ language: 'zh-Hans' }))
  useCommand('larger-text', () => stepReading('size', 1))
  useCommand('smaller-text', () => stepReading('size', -1))
  useCommand('wider-text', () => stepReading('width', 1))
  useCommand('narrower-text', () => stepReading('width', -1))
  useCommand('more-leading', () => stepReading('leading', 1))
  useCommand('less-leading', () => stepReading('leading', -1))
  useCommand('indent-chinese', () => setReading({ chinese: other(reading.get().chinese) }))
  useCommand('indent-english', () => setReading({ english: other(reading.get().english) }))
  useCommand('toggle-autospace', () => setReading({ autospace: !reading.get().autospace }))
  useCommand('toggle-trim', () => setReading({ trim: !reading.get().trim }))
  useCommand('normal-text', resetReading)
}
