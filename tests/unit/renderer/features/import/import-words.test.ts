import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { countWords } from '../../../../../renderer/features/import/count-words.ts'
import { importName } from '../../../../../renderer/features/import/path-words.ts'
import { progressWords, timeLeftWords } from '../../../../../renderer/features/import/progress-words.ts'
import { en } from '../../../../../renderer/i18n/en/index.ts'

let t: TFunction

beforeAll(async () => {
  const i18n = i18next.createInstance()
  t = await i18n.init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  })
})

const ID = '019a6000-0001-7abc-8def-019000000001'
const counts = { imported: 0, version: 0, duplicate: 0, 'link-only': 0, failed: 0 }
const progress = {
  import: {
    id: ID,
    kind: 'chosen' as const,
    paths: ['/a'],
    startedAt: '2026-01-01T00:00:00.000Z',
    state: 'running' as const,
    counts,
  },
  isPlan: false,
  done: 128,
  total: 1000,
  rate: 42.4,
  secondsLeft: 20.6,
  file: null,
}

describe('an import in words', () => {
  it('names the outcomes that there are, in one order', () => {
    expect(countWords(t, { ...counts, failed: 1, imported: 8 })).toBe('8 new, 1 not read')
    expect(countWords(t, counts)).toBe('nothing')
  })

  it('is called by its file, whichever system wrote the path, and says how many more there are', () => {
    expect(importName(t, { paths: ['C:\\Users\\anna\\Pages\\'] })).toBe('Pages')
    expect(importName(t, { paths: ['/clippings/a.html', '/clippings/b.html'] })).toBe(
      '“a.html” and others, 2 in all',
    )
  })

  it('says how far it is, how fast and how long it will take', () => {
    expect(progressWords(t, progress)).toBe('128 of 1,000 · 42 a second · about 25 seconds left')
  })

  it('does not claim to know an end that nobody knows', () => {
    expect(progressWords(t, { ...progress, total: null, secondsLeft: null, rate: 1.24 })).toBe(
      '128 items read · 1.2 a second',
    )
    expect(progressWords(t, undefined)).toBe('Looking at the files…')
  })

  it('gives the time left no more precisely than it can be known', () => {
    expect(timeLeftWords(t, 0)).toBe('about 1 second left')
    expect(timeLeftWords(t, 90)).toBe('about 2 minutes left')
    expect(timeLeftWords(t, 7300)).toBe('about 2 hours left')
  })
})
