import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outletHostOf, samePageKey } from '../../../../electron/core/similarity/same-page.ts'

describe('two addresses of one page', () => {
  test.each([
    ['http://www.coast.example/a/b.html', 'https://coast.example/a/b.html'],
    ['https://m.coast.example/a', 'https://www.coast.example/a/'],
    ['https://en.m.wiki.example/wiki/Chip', 'https://en.wiki.example/wiki/Chip'],
    ['https://coast.example/a?utm_source=x&utm_medium=y', 'https://coast.example/a'],
    ['https://coast.example/a?fbclid=1&id=7', 'https://coast.example/a?id=7&spm=a2c.1'],
    ['https://coast.example/a?b=2&a=1', 'https://coast.example/a?a=1&b=2'],
    ['https://coast.example/a#comments', 'https://coast.example/a'],
    ['https://coast.example:443/a', 'https://coast.example/a'],
    ['https://coast.example/a/index.html', 'https://coast.example/a/'],
    ['https://coast.example/a/amp/', 'https://coast.example/a'],
    ['https://COAST.example/%7ea', 'https://coast.example/~a'],
    ['https://coast.example/%e4%b8%ad', 'https://coast.example/%E4%B8%AD'],
    ['https://coast.example/s?from=timeline&sn=1', 'https://coast.example/s?sn=1'],
    ['https://user:word@coast.example/a', 'https://coast.example/a'],
  ])('%s and %s are the same', (one, other) => {
    expect(samePageKey(one)).toBe(samePageKey(other))
  })

  test.each([
    ['https://coast.example/a', 'https://coast.example/b'],
    ['https://coast.example/a?id=1', 'https://coast.example/a?id=2'],
    ['https://coast.example/A', 'https://coast.example/a'],
    ['https://coast.example:8080/a', 'https://coast.example/a'],
    ['https://news.coast.example/a', 'https://coast.example/a'],
    ['https://coast.example/s?from=politics', 'https://coast.example/s?from=sport'],
    ['https://coast.example/#/a', 'https://coast.example/#/b'],
    ['https://m.com/a', 'https://www.com/a'],
    ['https://coast.example/a%2Fb', 'https://coast.example/a/b'],
  ])('%s and %s are not', (one, other) => {
    expect(samePageKey(one)).not.toBe(samePageKey(other))
  })

  test('are told by http addresses alone', () => {
    for (const other of ['', 'file:///a', 'mailto:a@b.example', 'coast.example/a', 'https:///a'])
      expect(samePageKey(other)).toBeUndefined()
  })

  test('stay the same whatever is tracked', () => {
    const name = fc.constantFrom('utm_id', 'utm_source', 'fbclid', 'gclid', 'spm', 'share_token')
    const pairs = fc.array(fc.tuple(name, fc.stringMatching(/^[a-z0-9.]{0,8}$/)), { maxLength: 4 })
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), pairs, (url, tracked) => {
        const more = tracked.map(([key, value]) => `${key}=${value}`).join('&')
        const longer = `${url}${url.includes('?') ? '&' : '?'}${more}`
        expect(samePageKey(longer)).toBe(samePageKey(url))
      }),
      { seed: 4, numRuns: 40 },
    )
  })

  test('are of an outlet that its host names', () => {
    expect(outletHostOf('https://www.Coast.example/a')).toBe('coast.example')
    expect(outletHostOf('about:blank')).toBeUndefined()
  })
})
