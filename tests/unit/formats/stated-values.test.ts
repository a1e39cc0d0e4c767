import { describe, expect, it } from 'vitest'
import {
  instantOf,
  instantOfUnix,
  namesIn,
  publishedOf,
  webAddress,
} from '../../../electron/formats/stated-values.ts'

describe('a time in seconds', () => {
  it.each([
    ['1688628695', '2023-07-06T07:31:35.000Z'],
    ['1688628695.5', '2023-07-06T07:31:35.500Z'],
    ['1688628695123', '2023-07-06T07:31:35.123Z'],
    ['1688628695123456', '2023-07-06T07:31:35.123Z'],
    ['0', undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['99999999999999999', undefined],
  ])('%s is %s', (text, instant) => {
    expect(instantOfUnix(text)).toBe(instant)
  })
})

describe('a moment in words', () => {
  it.each([
    ['2022-11-06 04:33:50+00:00', '2022-11-06T04:33:50.000Z'],
    ['2024-01-05T08:00:00+0100', '2024-01-05T07:00:00.000Z'],
    ['20240102T030405Z', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02 03:04:05Z', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02 03:04', '2024-01-02T03:04:00.000Z'],
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
    ['2024-01-02T03:04:05.678Z', '2024-01-02T03:04:05.678Z'],
    ['2024-02-30', undefined],
    ['2024-01', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s is %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant)
  })
})

describe('a day of publication', () => {
  it.each([
    ['2023-12-30T18:30:00+0100', '2023-12-30T18:30:00+01:00'],
    ['2023/05//', '2023-05'],
    ['2023', '2023'],
    ['2023-05', '2023-05'],
    ['2023-5-7', '2023-05-07'],
    ['December 30, 2023', '2023-12-30'],
    ['2023年12月30日', '2023-12-30'],
    ['n.d.', undefined],
    ['2023-13-01', undefined],
    ['around December 30, 2023, or later', undefined],
  ])('%s is %s', (text, edtf) => {
    expect(publishedOf(text)?.edtf).toBe(edtf)
  })

  it('keeps the words', () => {
    expect(publishedOf(' December 30, 2023 ')?.evidence).toBe('December 30, 2023')
  })
})

describe('an address', () => {
  it('is one of the web, as it stands', () => {
    expect(webAddress(' https://a.example/b?c=%E5%8D%97 ')).toBe('https://a.example/b?c=%E5%8D%97')
    for (const other of ['javascript:alert(1)', 'file:///etc/passwd', '/a', '', undefined])
      expect(webAddress(other)).toBeUndefined()
  })
})

describe('names', () => {
  it('are there once, without blanks around them', () => {
    expect(namesIn([' a ', 'b', '', 'a'])).toEqual(['a', 'b'])
  })
})
