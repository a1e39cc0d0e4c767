import i18next from 'i18next'
import { expect, it } from 'vitest'
import { fieldsWords } from '../../../../../renderer/features/library/version-words.ts'
import { en } from '../../../../../renderer/i18n/en/index.ts'

const i18n = i18next.createInstance()
await i18n.init({ lng: 'en', resources: { en: { translation: en } } })
const version = (fields: string[], text: 'same' | 'differs') =>
  fieldsWords(i18n.t, { backup: 'b', at: '2026-03-01T00:00:00.000Z', title: '', fields, text })

it('names what differs, the text first, then the fields in the order of the reader', () => {
  expect(version(['tags', 'title'], 'differs')).toBe('Differs in: text, title, tags')
  expect(version([], 'differs')).toBe('Differs in: text')
  expect(version(['note'], 'same')).toBe('Differs in: note')
})

it('says other fields once for all that have no name of their own', () => {
  expect(version(['familyId', 'excerpt', 'tags'], 'same')).toBe('Differs in: tags, other fields')
})
