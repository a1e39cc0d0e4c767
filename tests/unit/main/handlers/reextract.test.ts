import { describe, expect, test } from 'vitest'
import { extractPasted } from '../../../../electron/core/extract/pipeline.ts'
import type { Extraction } from '../../../../electron/core/model/extraction.ts'
import type { Handlers } from '../../../../electron/ipc/answer.ts'
import { clippingHandlers } from '../../../../electron/main/handlers/clipping.ts'
import { reextractHandlers } from '../../../../electron/main/handlers/reextract.ts'
import { ruleHandlers } from '../../../../electron/main/handlers/rule.ts'
import { keepRelated } from '../../../../electron/main/keep-related.ts'
import { got } from '../../store/scratch-library.ts'
import { careScene, endOf, openOf } from '../care-scene.ts'

const caller = { window: 1, paste: () => {}, drag: () => {} }
const AT = '2026-01-01T00:00:00.000Z'

const PAGE = `Port closes for two days
By Lin Wei
19 July 2025

The port of Lin closed on Monday after the worst storm since 1998, the harbour master said.

Forty ships waited off the coast for thirty-six hours, and nobody was hurt, according to the pilots.`

/** What an extractor of old made of the page: a wrong headline, no writer, half of the text. */
function oldReading(): Extraction {
  const read = extractPasted(PAGE, { clippedAt: AT })
  const [first] = read.article.body.children
  return {
    clipping: { ...read.clipping, title: 'Cookies', bylines: [], published: 'not-stated' },
    article: {
      ...read.article,
      body: { type: 'root', children: first === undefined ? [] : [first] },
      statements: {},
      extractorVersion: 1,
    },
  }
}

async function scene() {
  const care = await careScene()
  const opened = got(care.current.opened)
  const handlers: Pick<
    Handlers,
    keyof (ReturnType<typeof reextractHandlers> &
      ReturnType<typeof clippingHandlers> &
      ReturnType<typeof ruleHandlers>)
  > = { ...reextractHandlers(care.desk), ...clippingHandlers(care.desk), ...ruleHandlers(care.desk) }
  const keep = async (extraction: Extraction, name = 'a.txt', mediaType = 'text/plain') => {
    const originals = [{ bytes: new TextEncoder().encode(PAGE), mediaType, name }]
    const url = 'https://www.coast.example/port'
    const kept = got(await keepRelated(care.desk, opened, { extraction, originals, url }))
    care.ports.advance(1000)
    return kept.clipping
  }
  return { ...care, handlers, keep }
}

describe('reading originals anew', () => {
  test('plans what would change, changes it as one, and undoes it as one', async () => {
    const { handlers, keep, current, ...care } = await scene()
    const one = await keep(oldReading())
    const other = await keep(oldReading())
    await keep(extractPasted(PAGE, { clippedAt: AT }))
    const plan = await handlers['reextract:plan']({}, caller)
    expect(await endOf(care, plan)).toMatchObject({ kind: 'done', files: 2 })
    const asked = { job: got(plan).job ?? '', start: 0, count: 10 }
    const preview = got(await handlers['reextract:preview'](asked, caller))
    expect(preview).toMatchObject({ total: 2, unreadable: 0 })
    expect(preview.changes[0]).toMatchObject({ title: 'Cookies', body: { added: 1, removed: 0 } })
    expect(preview.changes[0]?.fields).toContainEqual({
      field: 'title',
      before: 'Cookies',
      after: 'Port closes for two days',
    })
    expect(openOf(current).state.clippings.get(one.id)?.title).toBe('Cookies')

    const applied = await handlers['reextract:apply']({ ids: [one.id, other.id] }, caller)
    expect(await endOf(care, applied)).toMatchObject({ kind: 'done', files: 2 })
    const after = openOf(current).state.clippings
    expect(after.get(one.id)).toMatchObject({ title: 'Port closes for two days', bylines: ['Lin Wei'] })
    expect(after.get(other.id)?.title).toBe('Port closes for two days')
    got(await openOf(current).undo())
    expect(openOf(current).state.clippings.get(one.id)?.title).toBe('Cookies')
    expect(openOf(current).state.clippings.get(other.id)?.title).toBe('Cookies')
  })

  test('keeps what the user typed', async () => {
    const { handlers, keep, current, ...care } = await scene()
    const { id } = await keep(oldReading())
    got(await handlers['clipping:edit']({ id, edits: { title: 'My words' } }, caller))
    const diff = got(await handlers['reextract:diff']({ id }, caller))
    expect(diff.blocks.map(({ kind }) => kind)).toEqual(['same', 'added'])
    const applied = await handlers['reextract:apply']({ ids: [id] }, caller)
    await endOf(care, applied)
    expect(openOf(current).state.clippings.get(id)).toMatchObject({ title: 'My words', bylines: ['Lin Wei'] })
  })

  test('leaves parts of an export alone, and says how many', async () => {
    const { handlers, keep, ...care } = await scene()
    await keep(oldReading(), 'row 17', 'text/csv')
    const plan = await handlers['reextract:plan']({}, caller)
    expect(await endOf(care, plan)).toMatchObject({ kind: 'done', files: 0 })
    const preview = await handlers['reextract:preview'](
      { job: got(plan).job ?? '', start: 0, count: 1 },
      caller,
    )
    expect(got(preview)).toEqual({ total: 0, unreadable: 1, changes: [] })
  })
})

describe('a correction', () => {
  test('is offered as a rule once, is remembered, and corrects the next clipping of the outlet', async () => {
    const { handlers, keep, current } = await scene()
    const labelled = oldReading()
    const withLabel = { ...labelled, clipping: { ...labelled.clipping, title: 'Port closes | Coast Daily' } }
    const { id } = await keep(withLabel)
    const edited = got(await handlers['clipping:edit']({ id, edits: { title: 'Port closes' } }, caller))
    expect(edited.offer).toEqual({
      outlet: { by: 'host', host: 'coast.example' },
      action: { do: 'strip-title', where: 'end', words: 'Coast Daily' },
    })
    if (edited.offer === undefined) return
    const saved = got(await handlers['rule:save']({ rule: edited.offer }, caller))
    expect(saved.label).toMatchObject({ kind: 'save-rule', name: 'coast.example' })
    expect((await keep(withLabel)).title).toBe('Port closes')

    const again = await keep({ ...withLabel, clipping: { ...withLabel.clipping, title: 'A|B' } })
    got(await handlers['clipping:edit']({ id: again.id, edits: { title: 'A | Coast Daily' } }, caller))
    const twice = await handlers['clipping:edit']({ id: again.id, edits: { title: 'A' } }, caller)
    expect(got(twice).offer).toBeUndefined()

    const { rules } = got(await handlers['rule:list']({}, caller))
    expect(rules).toHaveLength(1)
    got(await handlers['rule:delete']({ id: rules[0]?.id ?? '' }, caller))
    expect((await keep(withLabel)).title).toBe('Port closes | Coast Daily')
    got(await openOf(current).undo())
    got(await openOf(current).undo())
    expect(got(await handlers['rule:list']({}, caller)).rules).toEqual(rules)
  })
})
