import { describe, expect, test } from 'vitest'
import { schemeOf, toAppUrl, toBrowserPolicy, toBrowserUrl } from './browser/app-url.ts'
import { editCommandOf, matchesAccelerator } from './electron-module/accelerator.ts'
import { preferredLanguages } from './preferred-languages.ts'

const schemes = new Set(['app'])

describe('addresses', () => {
  test.for([
    ['app://cuttings/index.html', 'https://cuttings.app.invalid/index.html'],
    ['app://cuttings/a%20b?q=1#/timeline', 'https://cuttings.app.invalid/a%20b?q=1#/timeline'],
    ['app://book/', 'https://book.app.invalid/'],
  ])('%s is opened as a secure origin and read back', ([url = '', browserUrl = '']) => {
    expect(toBrowserUrl(url, schemes)).toBe(browserUrl)
    expect(toAppUrl(browserUrl, schemes)).toBe(url)
  })

  test('what the app did not register stays as it is', () => {
    for (const url of [
      'https://example.com/',
      'data:text/plain,app://x',
      'other://host/',
      'about:blank',
      'blob:null/1',
    ]) {
      expect(toBrowserUrl(url, schemes)).toBe(url)
      expect(toAppUrl(url, schemes)).toBe(url)
    }
    expect(toAppUrl('https://cuttings.other.invalid/', schemes)).toBe('https://cuttings.other.invalid/')
    expect(toAppUrl('https://cuttings.app.invalid.example.com/', schemes)).toBe(
      'https://cuttings.app.invalid.example.com/',
    )
  })

  test('a policy that names the scheme means the same in the browser', () => {
    expect(
      toBrowserPolicy("default-src 'none'; img-src app: data:; font-src app://fonts/serif", schemes),
    ).toBe(
      "default-src 'none'; img-src https://*.app.invalid data:; font-src https://fonts.app.invalid/serif",
    )
  })

  test('the scheme of an address is read in lower case', () => {
    expect([schemeOf('HTTPS://x'), schemeOf('app://x'), schemeOf('nothing')]).toEqual(['https', 'app', ''])
  })
})

describe('keys', () => {
  const key = (text: string, held: string[] = []) => ({
    kind: 'key' as const,
    key: text,
    code: /^[a-z]$/i.test(text) ? `Key${text.toUpperCase()}` : '',
    control: held.includes('control'),
    meta: held.includes('meta'),
    shift: held.includes('shift'),
    alt: held.includes('alt'),
    editable: false,
  })

  test('CmdOrCtrl is Command on macOS and Control elsewhere', () => {
    expect(matchesAccelerator('CmdOrCtrl+O', key('o', ['control']), 'linux')).toBe(true)
    expect(matchesAccelerator('CmdOrCtrl+O', key('o', ['control']), 'darwin')).toBe(false)
    expect(matchesAccelerator('CmdOrCtrl+O', key('o', ['meta']), 'darwin')).toBe(true)
  })

  test('every modifier has to be held and no other', () => {
    expect(matchesAccelerator('CmdOrCtrl+Shift+E', key('E', ['control', 'shift']), 'win32')).toBe(true)
    expect(matchesAccelerator('CmdOrCtrl+Shift+E', key('e', ['control']), 'win32')).toBe(false)
    expect(matchesAccelerator('CmdOrCtrl+E', key('E', ['control', 'shift']), 'win32')).toBe(false)
  })

  test('keys without a letter go by the names of the accelerator', () => {
    expect(matchesAccelerator('CmdOrCtrl+,', key(',', ['control']), 'linux')).toBe(true)
    expect(matchesAccelerator('Ctrl+Plus', key('+', ['control']), 'linux')).toBe(true)
    expect(matchesAccelerator('F5', key('F5'), 'linux')).toBe(true)
  })

  test('editing keys belong to the browser', () => {
    expect(editCommandOf(key('v', ['control']), 'linux')).toBe('anywhere')
    expect(editCommandOf(key('z', ['control']), 'linux')).toBe('in-field')
    expect(editCommandOf(key('z', ['control']), 'darwin')).toBeUndefined()
    expect(editCommandOf(key('o', ['control']), 'linux')).toBeUndefined()
  })
})

describe('languages', () => {
  test('the user’s list comes before the locale', () => {
    expect(preferredLanguages({ LANGUAGE: 'zh_CN:en', LANG: 'en_GB.UTF-8' })).toEqual([
      'zh-CN',
      'en',
      'en-GB',
    ])
    expect(preferredLanguages({ LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' })).toEqual(['zh-TW'])
  })

  test('C says nothing, and then the system does', () => {
    expect(preferredLanguages({ LANG: 'C.UTF-8' })).toEqual([
      new Intl.DateTimeFormat().resolvedOptions().locale,
    ])
  })
})
