import { expect, it } from 'vitest'
import { parseQuery } from '../../../../../electron/core/search/parse-query.ts'
import { titleQuery } from '../../../../../renderer/features/palette/title-query.ts'

it('looks for every word in titles, the last of which may go on', () => {
  expect(titleQuery('chip exp')).toBe('title:chip title:exp*')
  expect(titleQuery('  ')).toBe('')
})

it('takes what is typed as words, never as a query', () => {
  for (const typed of ['tag:"x', 'a OR (b', '-draft "']) {
    const parsed = parseQuery(titleQuery(typed), { today: '2026-01-01' })
    expect(parsed.ok).toBe(true)
  }
})
