import { describe, expect, it } from 'vitest'
import { sourceUrlOf } from '../../../electron/formats/cf-html.ts'

const clipboard = (
  header: string,
  markup = '<html><body><!--StartFragment-->x<!--EndFragment--></body></html>',
) =>
  new TextEncoder().encode(`Version:0.9\r\nStartHTML:0000000157\r\nEndHTML:0000000300\r\n${header}${markup}`)

describe('sourceUrlOf', () => {
  it('is the address that the header states', () => {
    expect(sourceUrlOf(clipboard('SourceURL:https://example.com/news?id=1\r\n'))).toBe(
      'https://example.com/news?id=1',
    )
  })

  it('is undefined where the header has none', () => {
    expect(sourceUrlOf(clipboard(''))).toBeUndefined()
  })

  it('takes nothing from the markup', () => {
    expect(sourceUrlOf(clipboard('', '<html>\nSourceURL:https://evil.example/\n</html>'))).toBeUndefined()
  })

  it.each(['about:blank', 'file:///C:/notes.html', 'javascript:alert(1)', 'not a url'])(
    'takes no address that is not http: %s',
    address => {
      expect(sourceUrlOf(clipboard(`SourceURL:${address}\r\n`))).toBeUndefined()
    },
  )
})
