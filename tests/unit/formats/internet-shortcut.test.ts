import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../../electron/formats/import-file.ts'
import { readInternetShortcut } from '../../../electron/formats/internet-shortcut.ts'
import { allOf, failuresOf, itemsOf, readText, recognisedAs } from '../../formats/reading.ts'

describe('a shortcut to a page', () => {
  it.each([
    ['Island ferry.url', 'download.bin'],
    ['tea.desktop', 'download.bin'],
    ['云溪春茶.webloc', 'download.bin'],
    ['Island ferry.webloc', 'Island ferry.webloc'],
  ])('%s is recognised as %s', async (path, name) => {
    expect(await recognisedAs(`internet-shortcut/${path}`, name)).toBe('internet-shortcut')
  })

  it('is a link alone, called as its file', async () => {
    const file = fileInMemory(
      '春茶开采 - 云溪融媒.url',
      Buffer.from('[InternetShortcut]\r\nURL=http://news.example/茶\r\n'),
    )
    expect(itemsOf(await allOf(readInternetShortcut(file)))).toMatchObject([
      { content: { kind: 'link' }, stated: { url: 'http://news.example/茶', title: '春茶开采 - 云溪融媒' } },
    ])
  })

  it('keys of other sections do not count', async () => {
    const text = '[DEFAULT]\nURL=http://no.example/\n[InternetShortcut]\nurl=http://news.example/\n'
    expect(itemsOf(await readText(readInternetShortcut, text))).toMatchObject([
      { stated: { url: 'http://news.example/' } },
    ])
  })

  it.each([
    ['nothing', '', 'empty'],
    ['a file of this machine', '[InternetShortcut]\nURL=file:///etc/passwd\n', 'not-recognised'],
    ['a script', '[InternetShortcut]\nURL=javascript:alert(1)\n', 'not-recognised'],
    ['a program', '[Desktop Entry]\nType=Application\nURL=http://news.example/\nExec=rm\n', 'not-recognised'],
    ['a damaged list', '<?xml version="1.0"?><plist><dict><key>URL</key>', 'damaged'],
    ['something large', ' '.repeat(2_000_000), 'too-large'],
  ])('fails for %s with its reason', async (_name, text, reason) => {
    expect(failuresOf(await readText(readInternetShortcut, text))).toMatchObject([{ key: '', reason }])
  })
})
