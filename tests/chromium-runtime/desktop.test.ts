import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureApp, type FixtureWindow, openFixture } from './fixture-app.ts'

let fixture: FixtureApp
beforeAll(async () => {
  fixture = await openFixture('basic')
})
afterAll(async () => {
  await fixture?.close()
})

const HOSTILE = '<b onclick="steal()">bold</b><script>steal()</script><img src="https://example.com/p.png">'
const pasteKey = process.platform === 'darwin' ? 'Meta+V' : 'Control+V'
const pasted = () => fixture.page.evaluate(() => (window as unknown as FixtureWindow).pasted)

test('a real paste key gives the page both flavours of the clipboard, untouched', async () => {
  await fixture.app.control('writeClipboard', { 'text/plain': '标题\nbold', 'text/html': HOSTILE })
  await fixture.page.bringToFront()
  await fixture.page.keyboard.press(pasteKey)
  await expect.poll(pasted).toEqual([{ 'text/plain': '标题\nbold', 'text/html': HOSTILE }])
})

test('webContents.paste and the menu role paste as the key does', async () => {
  const before = (await pasted()).length
  await fixture.invoke('paste')
  await expect.poll(async () => (await pasted()).length).toBe(before + 1)
  await fixture.app.control('clickMenu', { path: ['Edit', 'Paste'] })
  await expect.poll(async () => (await pasted()).length).toBe(before + 2)
})

test('text typed into a field and pasted there arrives in the field', async () => {
  await fixture.app.control('writeClipboard', { 'text/plain': 'from the clipboard' })
  await fixture.page.focus('#field')
  await fixture.page.keyboard.press(pasteKey)
  await expect.poll(() => fixture.page.inputValue('#field')).toBe('from the clipboard')
})

test('the clipboard of the main process is the clipboard of the page', async () => {
  expect(await fixture.invoke('clipboard', 'written by the app')).toEqual({
    text: 'written by the app',
    has: [true, false],
    types: ['text/plain'],
  })
  expect(await fixture.app.control('readClipboard')).toEqual({ 'text/plain': 'written by the app' })
})

test('a dialog gets the answer of the test, and fails without one', async () => {
  await fixture.app.answerDialog('showSaveDialog', { canceled: false, filePath: '/tmp/book.pdf' })
  expect(await fixture.invoke('save')).toEqual({ canceled: false, filePath: '/tmp/book.pdf' })
  await expect(fixture.invoke('save')).rejects.toThrow(
    'dialog.showSaveDialog was opened and the test has no answer',
  )
  expect(await fixture.app.control('dialogs')).toMatchObject([
    { method: 'showSaveDialog', options: { title: 'Save' }, answer: { filePath: '/tmp/book.pdf' } },
    { method: 'showSaveDialog', options: { title: 'Save' } },
  ])
})

test('what would be opened outside is recorded', async () => {
  await fixture.invoke('reveal', '/library')
  expect(await fixture.app.control('shellCalls')).toEqual([
    { method: 'showItemInFolder', target: '/library' },
  ])
})

test('the menu is data, and its accelerators take the keys that the page leaves', async () => {
  expect((await fixture.app.menu()).map(item => item.label)).toEqual(['View', 'Edit'])
  await fixture.page.keyboard.press('Control+1')
  // The page prevents this one.
  await fixture.page.keyboard.press('Control+2')
  await fixture.app.control('clickMenu', { path: ['View', 'Two'] })
  await expect.poll(() => fixture.invoke('chosen')).toEqual(['one', 'two'])
})

test('a hidden window prints a tagged PDF with an outline', async () => {
  const { fonts, pdf } = (await fixture.page.evaluate(async () => {
    const printed = (await (window as unknown as FixtureWindow).api.invoke('pdf')) as {
      fonts: string
      pdf: Uint8Array
    }
    return { fonts: printed.fonts, pdf: Array.from(printed.pdf) }
  })) as { fonts: string; pdf: number[] }
  expect(fonts).toBe('loaded')
  const file = join(mkdtempSync(join(tmpdir(), 'runtime-pdf-')), 'book.pdf')
  writeFileSync(file, Buffer.from(pdf))
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes[\s\S]*A4/)
  expect(execFileSync('qpdf', ['--json', '--json-key=outlines', file], { encoding: 'utf8' })).toContain(
    '"title": "Two"',
  )
  expect(fixture.app.windows()).toHaveLength(1)
})

test('what the stand-in does not have it refuses by name', async () => {
  const no = 'not implemented by the Chromium runtime: '
  expect(await fixture.invoke('use', 'app.dock')).toBe(`${no}app.dock`)
  expect(await fixture.invoke('use', 'BrowserWindow.fromId')).toBe(`${no}BrowserWindow.fromId`)
  expect(await fixture.invoke('use', 'Tray.length')).toBe(`${no}Tray.length`)
  expect(await fixture.invoke('listen', 'login')).toBe(`${no}app event "login"`)
  expect(await fixture.invoke('construct', { frame: false })).toBe(
    `${no}BrowserWindow with the option "frame"`,
  )
  expect(await fixture.invoke('construct', { webPreferences: { sandbox: false } })).toBe(
    `${no}BrowserWindow webPreferences with "sandbox" other than true`,
  )
})
