import { describe, expect, it } from 'vitest'
import { hasGrown, howToTake } from '../../../../../renderer/features/import/how-to-take.ts'
import { phaseOf } from '../../../../../renderer/features/import/import-phase.ts'

describe('how files are taken in', () => {
  it('clips a few documents at once', () => {
    expect(howToTake(['/a/page.html', '/a/report.pdf'], false)).toBe('at-once')
  })

  it('tries folders, many files and exports first', () => {
    expect(howToTake(['/a/pages'], true)).toBe('plan')
    expect(
      howToTake(
        Array.from({ length: 6 }, (_, at) => `/a/${at}.html`),
        false,
      ),
    ).toBe('plan')
    expect(howToTake(['C:\\Users\\anna\\pocket.CSV'], false)).toBe('plan')
    expect(howToTake(['/a/notes.enex'], false)).toBe('plan')
  })

  it('notices a page that turns out to be a collection of bookmarks', () => {
    expect(hasGrown(3, null)).toBe(false)
    expect(hasGrown(3, 2000)).toBe(true)
    expect(hasGrown(21, null)).toBe(true)
  })
})

describe('where an import stands', () => {
  const summary = {
    id: '019a6000-0001-7abc-8def-019000000001',
    kind: 'chosen' as const,
    paths: ['/a'],
    startedAt: '2026-01-01T00:00:00.000Z',
    state: 'running' as const,
    counts: { imported: 0, version: 0, duplicate: 0, 'link-only': 0, failed: 0 },
  }

  it('is told apart from a dry run', () => {
    expect(phaseOf({ summary, isPlan: true, isEnded: false })).toBe('planning')
    expect(phaseOf({ summary: { ...summary, state: 'done' }, isPlan: true, isEnded: true })).toBe('planned')
    expect(phaseOf({ summary, isPlan: false, isEnded: false })).toBe('running')
    expect(phaseOf({ summary: { ...summary, state: 'undone' }, isPlan: false, isEnded: true })).toBe('undone')
  })
})
