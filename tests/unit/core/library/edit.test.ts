import { describe, expect, test } from 'vitest'
import { edited, planEdit, withUserStatements } from '../../../../electron/core/library/edit.ts'
import { sampleArticle, sampleClipping, sampleId, stateOf } from './samples.ts'

const AT = '2025-07-20T08:00:00.000Z'
const before = sampleClipping(1, {
  title: 'Old',
  bylines: ['Ann'],
  source: { name: 'Daily', url: 'https://daily.example' },
  sources: [{ name: 'Daily', url: 'https://daily.example' }],
  published: { edtf: '2025-07', origin: 'byline', evidence: 'July 2025', confidence: 0.9 },
  note: 'check',
})
const state = stateOf([before])

describe('editing fields', () => {
  test('sets what is given and leaves the rest', () => {
    const planned = planEdit(state, before.id, { title: ' New ', bylines: ['Ann', ' ', ' Bo '] }, AT)
    expect(planned).toEqual({
      ok: true,
      value: {
        label: { kind: 'edit', count: 1, name: 'New' },
        ops: [
          {
            op: 'put-clipping',
            clipping: { ...before, title: 'New', bylines: ['Ann', 'Bo'], updatedAt: AT },
          },
        ],
      },
    })
  })

  test('keeps what is known of an outlet, and shows the first', () => {
    const result = edited(before, { sources: ['Wire', 'Daily'] })
    expect(result).toMatchObject({
      value: {
        source: { name: 'Wire' },
        sources: [{ name: 'Wire' }, { name: 'Daily', url: 'https://daily.example' }],
      },
    })
    expect(edited(before, { sources: [] })).toMatchObject({ value: { sources: [] } })
    expect(edited(before, { sources: [] })).not.toHaveProperty('value.source')
  })

  test('takes a date for the word of the user, and null for "not stated"', () => {
    expect(edited(before, { published: '2025-07-19' })).toMatchObject({
      value: { published: { edtf: '2025-07-19', origin: 'user', evidence: '2025-07-19', confidence: 1 } },
    })
    expect(edited(before, { published: null })).toMatchObject({ value: { published: 'not-stated' } })
    expect(edited(before, { published: 'July' })).toEqual({ ok: false, error: 'invalid-date' })
  })

  test('drops an empty note and refuses an empty title', () => {
    expect(edited(before, { note: ' ' })).not.toHaveProperty('value.note')
    expect(edited(before, { title: ' ' })).toEqual({ ok: false, error: 'invalid-name' })
  })

  test('plans nothing where nothing changes', () => {
    const edits = { title: 'Old', bylines: ['Ann'], sources: ['Daily'], published: '2025-07', note: 'check' }
    expect(planEdit(state, before.id, edits, AT)).toEqual({ ok: true, value: undefined })
    expect(planEdit(state, sampleId(9), edits, AT)).toEqual({ ok: false, error: 'not-found' })
  })

  test('names the revision of the article that says so', () => {
    expect(planEdit(state, before.id, { title: 'New' }, AT, { revision: 2, datesInText: [] })).toMatchObject({
      value: { ops: [{ clipping: { articleRevision: 2 } }] },
    })
  })
})

describe('the evidence of edited fields', () => {
  const article = {
    ...sampleArticle(1),
    statements: {
      title: { origin: 'text' as const, evidence: 'Old', confidence: 0.8 },
      published: { origin: 'byline' as const, evidence: 'July 2025', confidence: 0.9 },
    },
  }

  test('becomes the word of the user, and goes where the field was emptied', () => {
    const after = { ...before, title: 'New', published: 'not-stated' as const, editors: ['Cy', 'Di'] }
    expect(withUserStatements(article, before, after).statements).toEqual({
      title: { origin: 'user', evidence: 'New', confidence: 1 },
      editors: { origin: 'user', evidence: 'Cy, Di', confidence: 1 },
    })
  })

  test('stays as it is where no field of the document changed', () => {
    expect(withUserStatements(article, before, { ...before, note: 'other' })).toBe(article)
  })
})
