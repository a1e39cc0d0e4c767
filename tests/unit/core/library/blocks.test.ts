import { describe, expect, test } from 'vitest'
import { heading } from '../../../../electron/core/body/build.ts'
import { insertBlock } from '../../../../electron/core/body/place.ts'
import { linesOf } from '../../../../electron/core/body/text.ts'
import {
  planArticle,
  withBlockRestored,
  withBlockSetAside,
} from '../../../../electron/core/library/blocks.ts'
import { articleSchema } from '../../../../electron/core/model/article.ts'
import { table, td, text } from '../export/sample-clipping.ts'
import { sampleArticle, sampleClipping, stateOf } from './samples.ts'

const clipping = sampleClipping(1, { excerpt: 'First. On 19 July 2025. Third.', length: 30 })

const article = {
  ...sampleArticle(1, 'First.', 'On 19 July 2025.', 'Third.'),
  setAside: [{ id: 's1', step: 'furniture', reason: 'furniture' as const, text: '点赞 12', order: 3 }],
}

/** The value, which must be an article that can be stored. */
function stored(result: ReturnType<typeof withBlockRestored>) {
  if (!result.ok) throw new Error(result.error)
  return articleSchema.parse(result.value)
}

describe('blocks that were set aside', () => {
  test('go back to where they stood', () => {
    const restored = stored(withBlockRestored(article, clipping, 's1'))
    expect(linesOf(restored.body)).toEqual(['First.', 'On 19 July 2025.', '点赞 12', 'Third.'])
    expect(restored.setAside).toEqual([])
    expect(restored.datesInText.map(({ edtf, order }) => [edtf, order])).toEqual([['2025-07-19', 2]])
    expect(withBlockRestored(article, clipping, 's2')).toEqual({ ok: false, error: 'not-found' })
  })

  test('come from the body by its order, with their dates, and can be restored', () => {
    const without = stored(withBlockSetAside(article, clipping, 2))
    expect(linesOf(without.body)).toEqual(['First.', 'Third.'])
    expect(without.setAside.map(({ id, reason, order }) => [id, reason, order])).toEqual([
      ['user-2', 'user', 2],
      ['s1', 'furniture', 3],
    ])
    expect(without.datesInText).toEqual([])
    const again = stored(withBlockRestored(without, clipping, 'user-2'))
    expect(again.body).toEqual(article.body)
    expect(withBlockSetAside(article, clipping, 1)).toEqual({ ok: false, error: 'not-found' })
  })

  test('that were a table come back with their rows and columns', () => {
    const figures = {
      ...table({ body: [[td([text('June')]), td([text('44 %')])]] }),
      properties: { dataOrder: 2 },
    }
    const whole = { ...article, body: insertBlock({ ...article.body, children: [] }, figures) }
    const without = stored(withBlockSetAside(whole, clipping, 2))
    expect(without.body.children).toEqual([])
    expect(without.setAside[0]).toMatchObject({ id: 'user-2', text: 'June\t44 %' })
    expect(stored(withBlockRestored(without, clipping, 'user-2')).body.children).toEqual([figures])
  })

  test('that were a heading in the body come back as one', () => {
    const headed = { ...article, body: insertBlock(article.body, heading(1, 'A heading')) }
    const without = stored(withBlockSetAside(headed, clipping, 1))
    expect(stored(withBlockRestored(without, clipping, 'user-1')).body).toEqual(headed.body)
  })

  test('change what the list shows of the clipping', () => {
    const without = { ...stored(withBlockSetAside(article, clipping, 0)), revision: 2 }
    const planned = planArticle(stateOf([clipping]), without, 'set-block-aside', '2025-07-20T08:00:00.000Z')
    expect(planned).toMatchObject({
      value: {
        label: { kind: 'set-block-aside', count: 1, name: 'Clipping 1' },
        ops: [{ clipping: { articleRevision: 2, excerpt: 'On 19 July 2025. Third.', length: 23 } }],
      },
    })
    expect(planArticle(stateOf([]), without, 'restore-block', '')).toEqual({ ok: false, error: 'not-found' })
  })
})
