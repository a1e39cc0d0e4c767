import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { exportFailureWords } from '../../../../renderer/features/export/export-failure-words.ts'

const keys: TFunction = ((key: string) => key) as TFunction

it.each(['write-failed', 'read-only', 'disk-full'] as const)(
  'blames the chosen place, not the library, for %s, and asks for another',
  code => {
    const words = Object.values(exportFailureWords(keys, { code }))
    expect(words).toContain('exporting.otherPlace')
    expect(words.join()).not.toContain(`failure.${code}`)
  },
)

it('says other failures as everywhere else', () => {
  expect(exportFailureWords(keys, { code: 'export-failed' }).what).toBe('failure.export-failed.what')
})

it.each(['out-of-memory', 'timed-out'] as const)(
  'says of %s that nothing is left, and to export less',
  code => {
    expect(Object.values(exportFailureWords(keys, { code })).slice(1)).toEqual([
      'exporting.limits.kept',
      'exporting.limits.todo',
    ])
  },
)
