import { describe, expect, it } from 'vitest'
import {
  addressIn,
  pageBase,
  pictureAddresses,
  picturesOf,
} from '../../../electron/formats/page-addresses.ts'

const GIF = Buffer.from('GIF89a')

describe('the addresses of pictures', () => {
  it.each([
    ['<img src="a.png">', ['a.png']],
    ["<IMG data-src='a.png?x=1&amp;y=2' alt=no.png>", ['a.png?x=1&y=2']],
    ['<img alt="1 < 2 > 0" src=a.png>', ['a.png']],
    ['<source srcset="a.png 1x, b,c.png 2x">', ['a.png', 'b,c.png']],
    ['<meta property="og:image" content="http://news.example/a.png">', ['http://news.example/a.png']],
    ['<img src="data:image/png;base64,AAAA"><a href="no.png"><img src="never closed', []],
  ])('in %s are %j', (html, expected) => {
    expect([...pictureAddresses(html)]).toEqual(expected)
  })

  it('are resolved where there is a base, and stay as they are where there is none', () => {
    expect(addressIn('http://news.example/a/b.html', '../c d.png')).toBe('http://news.example/c%20d.png')
    expect(addressIn(undefined, './c d.png')).toBe('./c d.png')
    expect(addressIn('http://news.example/', 'cid:a@b')).toBe('cid:a@b')
  })

  it('have the page’s <base> for theirs, resolved against the page’s own address', () => {
    expect(pageBase('<base href="/dir/">', 'http://news.example/x')).toBe('http://news.example/dir/')
    expect(pageBase('<base href="/dir/">', undefined)).toBeUndefined()
    expect(pageBase('<base target="_blank">', 'http://news.example/x')).toBe('http://news.example/x')
  })

  it('lead to each picture once, and to nothing that is none', async () => {
    const html = '<img src="a.gif"><img src="./a.gif"><img src="b.gif"><img src="c.gif">'
    const found = await picturesOf(html, 'http://news.example/', asWritten =>
      asWritten === 'b.gif' ? Buffer.from('<html>') : asWritten === 'c.gif' ? undefined : GIF,
    )
    expect(found).toEqual([{ address: 'http://news.example/a.gif', mediaType: 'image/gif', bytes: GIF }])
  })
})
