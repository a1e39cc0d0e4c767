import { describe, expect, it } from 'vitest'
import type { OutletAction } from '../../../../../electron/core/model/outlet-rule.ts'
import { fieldsOf, withFields } from '../../../../../renderer/features/outlets/action-fields.ts'
import { madeAt } from '../../../../../renderer/features/outlets/made-at.ts'

const strip: OutletAction = { do: 'strip-byline', where: 'start', words: 'Courier Desk' }

describe('the words of a rule', () => {
  it('are those that can be typed over', () => {
    expect([...fieldsOf(strip)]).toEqual([['words', 'Courier Desk']])
    expect([...fieldsOf({ do: 'name-source', from: 'A', to: 'B' }).keys()]).toEqual(['from', 'to'])
    expect(fieldsOf({ do: 'ignore-date', origin: 'meta' }).size).toBe(0)
  })

  it('take the place of the old ones, and nothing else changes', () => {
    expect(withFields(strip, new Map([['words', ' Desk ']]))).toEqual({ ...strip, words: 'Desk' })
  })

  it('cannot be none', () => {
    expect(withFields(strip, new Map([['words', '  ']]))).toBeUndefined()
  })
})

describe('when a rule was made', () => {
  it('is in its id', () => {
    const at = Date.UTC(2026, 2, 12, 7, 40)
    const hex = at.toString(16).padStart(12, '0')
    expect(madeAt({ id: `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8def-019000000001` })).toBe(
      '2026-03-12T07:40:00.000Z',
    )
  })
})
