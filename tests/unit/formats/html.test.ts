import { describe, expect, test } from 'vitest'
import { looksLikeHtml, readHtml } from '../../../electron/formats/html.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const saved = (comment: string): string | undefined => {
  const read = readHtml(utf8(`${comment}<html><body><p>words</p></body></html>`))
  return read.ok ? read.value.savedFrom : undefined
}

describe('a saved web page', () => {
  test('notes where Chrome saved it from, to the length that the note states', () => {
    expect(saved('<!-- saved from url=(0027)https://news.example/a--b/c -->')).toBe(
      'https://news.example/a--b/c',
    )
    expect(saved('<!-- saved from url=(0014)about:internet -->')).toBeUndefined()
  })

  test('notes where and when SingleFile saved it', () => {
    const read = readHtml(
      utf8(
        '<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://news.example/a \n saved date: Sat Jul 19 2025 00:09:16 GMT+0800 (China Standard Time)\n--><body>words</body></html>',
      ),
    )
    expect(read).toMatchObject({
      ok: true,
      value: { savedFrom: 'https://news.example/a', savedAt: '2025-07-18T16:09:16.000Z' },
    })
  })

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', utf8(' \n\t'), 'empty'],
    ['a picture', Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 8), 'not-text'],
  ])('is refused where it is %s', (_name, bytes, error) => {
    expect(readHtml(bytes)).toEqual({ ok: false, error })
  })

  test.each([
    ['<!DOCTYPE html><p>x', true],
    ['\n<!-- a comment -->\n<html><body>x', true],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', true],
    ['<p>One.</p><p>Two.</p><p>Three.</p>', true],
    ['A text that says 1 < 2 and that <p> begins a paragraph.', false],
    ['', false],
  ])('is told from text by its markup: %s', (text, is) => {
    expect(looksLikeHtml(text)).toBe(is)
  })
})
