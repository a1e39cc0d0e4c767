import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openApp, ROOT } from '../e2e/app.ts'
import { takeReadmePictures } from './readme-pictures.ts'
import { fillLibrary } from './sample-library.ts'
import { SCENES } from './scenes.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 960, height: 640 },
]
const THEMES = ['light', 'dark'] as const
const LANGUAGES = ['zh-CN', 'en-US'] as const

/**
 * Takes every scene in both languages, both themes and both sizes, into `out/screenshots`, and the pictures of the README;
 * or `only` one scene, or only `readme`.
 */
export default async function take(only?: string): Promise<void> {
  if (only === undefined || only === 'readme') await takeReadmePictures()
  if (only === 'readme') return
  const folder = join(ROOT, 'out/screenshots')
  if (only === undefined) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const language of LANGUAGES) {
    const app = await openApp({ languages: [language] })
    const { window } = app
    const shoot = async (name: string) => {
      for (const theme of THEMES) {
        await app.setColorScheme(theme)
        for (const size of SIZES) {
          await window.setViewportSize(size)
          await window.mouse.move(0, 0)
          await window.evaluate(() => document.fonts.ready)
          await window.waitForTimeout(150)
          await window.screenshot({ path: join(folder, `${name}.${language}.${theme}.${size.width}.png`) })
        }
      }
      await window.setViewportSize({ width: 1440, height: 900 })
    }
    try {
      await window.setViewportSize({ width: 1440, height: 900 })
      await window.getByRole('heading', { level: 1 }).waitFor()
      if (only === undefined || only === 'empty') await shoot('empty')
      await fillLibrary(app)
      await window.reload()
      for (const scene of SCENES) {
        await scene.show(window)
        if (only === undefined || only === scene.name) await shoot(scene.name)
      }
    } finally {
      await app.remove()
    }
  }
  console.log(folder)
}
