import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { en } from '../../renderer/i18n/en/index.ts'
import { zhHans } from '../../renderer/i18n/zh-hans/index.ts'
import { openApp, ROOT } from '../e2e/app.ts'
import { smallPng } from './small-png.ts'

const PICTURES = [
  { name: 'screenshot-en.png', language: 'en-US', theme: 'light', words: en },
  { name: 'screenshot-zh.png', language: 'zh-CN', theme: 'dark', words: zhHans },
] as const

/** Takes the pictures of the README: the sample, of which all texts are ours, as it opens. */
export async function takeReadmePictures(): Promise<void> {
  for (const { name, language, theme, words } of PICTURES) {
    const app = await openApp({ languages: [language], colorScheme: theme })
    const { window } = app
    try {
      await window.setViewportSize({ width: 1440, height: 900 })
      await window.getByRole('button', { name: words.timeline.welcomeSample }).click()
      await window.locator('article h1').waitFor()
      await window.mouse.move(0, 0)
      await window.evaluate(() => document.fonts.ready)
      await window.waitForTimeout(800)
      await writeFile(join(ROOT, 'resources', name), smallPng(await window.screenshot()))
    } finally {
      await app.remove()
    }
  }
}
