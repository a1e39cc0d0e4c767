import { describe, expect, it } from 'vitest'
import { en } from '../../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../../renderer/i18n/zh-hans/index.ts'

/** Every text by its path, `tags.count_other`. */
function textsOf(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (node === null || typeof node !== 'object') return []
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, path ? `${path}.${key}` : key))
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(match => match[1] ?? ''))].sort()

describe('the texts of both languages', () => {
  const english = new Map(textsOf(en))
  const chinese = textsOf(zhHans)

  it('say the same things: a value that one names, the other names too', () => {
    const differing = chinese.flatMap(([path, text]) => {
      const [ours, theirs] = [placeholders(text), placeholders(english.get(path) ?? '')]
      return ours.join() === theirs.join() ? [] : [`${path}: ${ours.join()} | ${theirs.join()}`]
    })
    expect(differing).toEqual([])
  })

  it('are all written', () => {
    const empty = [...english, ...chinese].filter(
      ([path, text]) => text === '' && !/\.(todo|kept|sentenceGap)$/.test(path),
    )
    expect(empty).toEqual([])
  })

  it('do not leave Chinese in English nor the other way round', () => {
    const allowed = /languages\.zh-Hans|Hint|Placeholder|emptyDetail/
    const stray = [...english].filter(([path, text]) => /\p{Script=Han}/u.test(text) && !allowed.test(path))
    expect(stray).toEqual([])
  })
})
