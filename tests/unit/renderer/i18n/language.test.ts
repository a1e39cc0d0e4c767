import { expect, it } from 'vitest'
import { pickLanguage } from '../../../../renderer/i18n/language.ts'

it.each([
  [['zh-CN', 'en-US'], 'zh-Hans'],
  [['zh-Hant-TW'], 'zh-Hans'],
  [['fr-FR', 'en-GB', 'zh-CN'], 'en'],
  [['fr-FR', 'zh-CN', 'en-GB'], 'zh-Hans'],
  [['fr-FR'], 'en'],
  [[], 'en'],
] as const)('a system that prefers %j gets %s', (system, language) => {
  expect(pickLanguage(system)).toBe(language)
})
