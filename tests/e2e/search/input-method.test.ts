import { afterEach, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import { REFERENCE } from '../reference-article.ts'

let app: AppUnderTest

afterEach(() => app?.remove())

it('an input method searches for what it has composed, never for half of it', async () => {
  app = await openApp({ languages: ['zh-CN'] })
  const { window } = app
  await window.getByRole('heading', { level: 1 }).waitFor()
  await app.pasteText(REFERENCE.source)
  await window.getByRole('option').waitFor()
  await window.evaluate(() => {
    const asked: string[] = []
    globalThis.addEventListener('hashchange', ({ newURL }) =>
      asked.push(new URLSearchParams(new URL(newURL).hash.split('?')[1]).get('q') ?? ''),
    )
    Object.assign(globalThis, { asked })
  })
  const asked = () => window.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  const field = window.getByRole('searchbox')
  await field.focus()
  const keyboard = await window.context().newCDPSession(window)
  for (const text of ['x', 'xi', 'xin', "xin'p", "xin'pian"]) {
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    await expect.poll(() => field.inputValue()).toBe(text)
    expect(await window.getByRole('option').count()).toBe(1)
  }
  expect(await asked()).toEqual([])
  await keyboard.send('Input.insertText', { text: '芯片' })
  await expect.poll(() => field.inputValue()).toBe('芯片')
  await expect.poll(asked).toEqual(['芯片'])

  // A second word, given up: what was asked stays.
  await keyboard.send('Input.imeSetComposition', { text: 'chu', selectionStart: 3, selectionEnd: 3 })
  await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await expect.poll(() => field.inputValue()).toBe('芯片')
  expect(await window.getByRole('option').count()).toBe(1)
  expect(new Set(await asked())).toEqual(new Set(['芯片']))
})
