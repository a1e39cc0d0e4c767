import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Extraction } from '../../../../electron/core/model/extraction.ts'
import type { Handlers } from '../../../../electron/ipc/answer.ts'
import { familyHandlers } from '../../../../electron/main/handlers/family.ts'
import { keepRelated } from '../../../../electron/main/keep-related.ts'
import { randomFrom, sentence } from '../../../bench/invent-documents.ts'
import { sampleArticle, sampleClipping } from '../../core/library/samples.ts'
import { got } from '../../store/scratch-library.ts'
import { careScene, openOf } from '../care-scene.ts'

const caller = { window: 1, paste: () => {}, drag: () => {} }
const random = randomFrom(17)
const story = (): string[] => Array.from({ length: 14 }, () => sentence('en', random).trim())

function extractionOf(title: string, sentences: readonly string[]): Extraction {
  const { id: _, revision: __, ...article } = sampleArticle(1, ...sentences)
  const { bylines, sources, reportedBy, editors, language, published, excerpt, length } = sampleClipping(1)
  const clipping = { title, bylines, sources, reportedBy, editors, language, published, excerpt, length }
  return { clipping, article }
}

async function scene(root?: string) {
  const care = await careScene(root === undefined ? {} : { root })
  const opened = got(care.current.opened)
  const handlers: Pick<Handlers, keyof ReturnType<typeof familyHandlers>> = familyHandlers(care.desk)
  const keep = async (title: string, sentences: readonly string[], url?: string) => {
    const text = [title, '', ...sentences].join('\n')
    const extraction = extractionOf(title, sentences)
    const originals = [{ bytes: new TextEncoder().encode(text), mediaType: 'text/plain', name: 'a.txt' }]
    const kept = got(await keepRelated(care.desk, opened, { extraction, originals, url }))
    care.ports.advance(1000)
    return kept.clipping
  }
  return { ...care, opened, handlers, keep }
}

describe('the family of a clipping', () => {
  test('takes in a reprint in the change that keeps it, and one undo takes both back', async () => {
    const { keep, handlers, current } = await scene()
    const sentences = story()
    const first = await keep('Port closes', sentences)
    await keep('Something else', story())
    const reprint = await keep('Harbour shut for a day', sentences.slice(1))
    expect(first.familyId).toBeUndefined()
    expect(reprint.familyId).toBe(first.id)
    const { members } = got(await handlers['family:list']({ id: reprint.id }, caller))
    expect(members.map(({ clipping }) => clipping.title)).toEqual(['Port closes', 'Harbour shut for a day'])
    expect(members[0]?.resemblance).toBeGreaterThan(0.7)
    expect(members[1]?.resemblance).toBe(1)
    got(await openOf(current).undo())
    const after = got(await handlers['family:list']({ id: first.id }, caller))
    expect(after.members).toHaveLength(1)
  })

  test('is found again after a restart, from the file or without it', async () => {
    const before = await scene()
    const sentences = story()
    const first = await before.keep('Port closes', sentences)
    await before.current.close()
    const file = join(before.root, 'Cuttings', 'cache', 'families.bin')
    expect((await readFile(file)).byteLength).toBeGreaterThan(100)
    const after = await scene(before.root)
    await after.opened.families.start()
    expect((await after.keep('Harbour shut', sentences.slice(2))).familyId).toBe(first.id)
  })

  test('is not that of a text that was looked for and never kept', async () => {
    const { keep, opened } = await scene()
    const sentences = story()
    const id = '01980000-0000-7000-8000-0000000000aa'
    expect(await opened.families.find([{ id, text: sentences.join('\n') }])).toEqual([undefined])
    expect((await keep('Port closes', sentences)).familyId).toBeUndefined()
  })

  test('is found among clippings that are kept together', async () => {
    const { opened } = await scene()
    const text = story().join('\n')
    const [one, other] = ['01980000-0000-7000-8000-0000000000aa', '01980000-0000-7000-8000-0000000000ab']
    const found = await opened.families.find([
      { id: one, text },
      { id: other, text },
    ])
    expect(found).toMatchObject([undefined, { family: one, resemblance: 1 }])
  })

  test('leaves out what is in the trash', async () => {
    const { keep, handlers, current } = await scene()
    const sentences = story()
    const first = await keep('Port closes', sentences)
    const reprint = await keep('Harbour shut', sentences.slice(1))
    const trashed = { ...first, trashedAt: '2026-01-02T00:00:00.000Z' }
    const ops = [{ op: 'put-clipping' as const, clipping: trashed }]
    got(await openOf(current).commit({ label: { kind: 'trash', count: 1 }, ops }))
    const { members } = got(await handlers['family:list']({ id: reprint.id }, caller))
    expect(members.map(({ clipping }) => clipping.id)).toEqual([reprint.id])
  })
})

describe('the versions of a page', () => {
  const page = 'https://www.coast.example/port?utm_source=a'

  test('follow each other where the text changed, whatever is tracked in the address', async () => {
    const { keep, handlers } = await scene()
    const sentences = story()
    const first = await keep('Port closes', sentences, page)
    const same = await keep('Port closes', sentences, page)
    const next = await keep(
      'Port closes',
      [...sentences, 'Correction: it was 12 ships.'],
      'https://coast.example/port',
    )
    expect(same.previousVersion).toBeUndefined()
    expect(next.previousVersion).toBe(same.id)
    const { versions } = got(await handlers['version:list']({ id: same.id }, caller))
    expect(versions.map(({ id }) => id)).toEqual([same.id, next.id])
    const diff = got(await handlers['article:diff']({ before: first.id, after: next.id }, caller))
    expect(diff.numbers).toEqual({ before: [], after: ['12'] })
    expect(diff.blocks.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', text: 'Correction: it was 12 ships.' },
    ])
  })

  test('are not compared with what is not there', async () => {
    const { keep, handlers } = await scene()
    const { id } = await keep('Port closes', story())
    const missing = '01980000-0000-7000-8000-00000000ffff'
    expect(await handlers['article:diff']({ before: id, after: missing }, caller)).toMatchObject({
      ok: false,
    })
    expect(await handlers['family:list']({ id: missing }, caller)).toMatchObject({ ok: false })
  })
})
