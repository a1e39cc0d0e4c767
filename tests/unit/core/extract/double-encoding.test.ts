import { describe, expect, test } from 'vitest'
import { undoDoubleEncoding } from '../../../../electron/core/extract/double-encoding.ts'

/** What a reader of UTF-8 bytes sees that takes them for Windows-1252. */
const misread = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

describe('UTF-8 that was decoded as Windows-1252', () => {
  test.each([
    '网易首页：姚明对周琦说了啥？周琦上下半场判若两人。',
    'Größe, Öl, Übung, Füße, Märkte, Brüssel, Straße, schön und kühl',
    'It’s a “test” — don’t worry, it’s “only” a test… and it’s 😀 fine',
    '엔터미디어 집중분석 보도기사문의',
  ])('%s is restored', text => {
    expect(undoDoubleEncoding(misread(text))).toBe(text)
  })

  test.each([
    'Größe, Öl, Übung, Füße, Märkte, Brüssel, Straße, schön und kühl',
    '网易首页：姚明对周琦说了啥？',
    'It’s a “test” — don’t worry',
    'São Paulo, Ãlvaro, CORAÇÃO, NÃO, «ação», ãéíóú',
    '',
  ])('%s is left alone', text => {
    expect(undoDoubleEncoding(text)).toBeUndefined()
  })

  test('Windows-1252 shows the bytes that ISO 8859-1 has no signs for', () => {
    expect(undoDoubleEncoding('â€œItâ€™s fineâ€\u009d, â€œitâ€™sâ€\u009d â€” â€¦ Ã©tÃ© Ã¼ber')).toBe(
      '“It’s fine”, “it’s” — … été über',
    )
  })

  test('a few odd sequences in a long text are no damage', () => {
    expect(undoDoubleEncoding(`${'Größe und Öl. '.repeat(50)}Ã© Ã¨`)).toBeUndefined()
  })
})
