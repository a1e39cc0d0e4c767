import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppUnderTest, openApp, ROOT } from '../app.ts'
import { button, LANGUAGES, seriousInBothThemes } from '../library/care-window.ts'
import { BRIDGE, BRIDGE_TITLE } from './mixed-folder.ts'

let app: AppUnderTest
let parent: string

const BODY = `青桥市交通局3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟,以方便晚归的乘客。

交通局表示,调整将试行三个月,期间会听取沿线居民和乘客的意见,再决定是否延续下去。目前每天有1.2万人次乘坐渡轮过江。

南岸居民陈女士说,以往下班晚了只能绕道大桥,多花一个小时,现在可以从容一些了。

渡轮公司经理说,公司为此增派了六名船员,并在两个码头加装了照明设备,确保夜间航行的安全。`

describe.each(LANGUAGES)('what belongs together, in %s', (language, words) => {
  const { reprints } = words
  const heading = (name: string) => app.window.getByRole('heading', { level: 1, name })

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'cuttings-reprints-'))
    app = await openApp({ languages: [language] })
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(async () => {
    await app?.remove()
    await rm(parent, { recursive: true, force: true })
  })

  it('is shown above a reprint, and compared with it word by word', async () => {
    await app.pasteText(`渡轮时刻表周日起调整\n2026-03-12 07:40\n来源:青桥晚报\n\n${BODY}\n`)
    await heading('渡轮时刻表周日起调整').waitFor()
    await app.pasteText(
      `渡轮周日起延长末班\n2026-03-12 11:05\n来源:澎湃新闻\n\n${BODY.replace('1.2万', '1.3万')}\n`,
    )
    await heading('渡轮周日起延长末班').waitFor()
    await button(app, reprints.seeFamily).click()
    const dialog = app.window.getByRole('dialog', { name: reprints.familyTitle })
    await dialog.getByText('青桥晚报').first().waitFor()
    const differences = dialog.getByRole('region', { name: reprints.diff })
    await expect.poll(() => differences.locator('del').allTextContents()).toContain('1.2')
    expect(await differences.locator('ins').allTextContents()).toContain('1.3')
    expect(await seriousInBothThemes(app)).toEqual([])
    await dialog.getByRole('radio', { name: reprints.beside }).click()
    await button(app, reprints.open).click()
    await heading('渡轮时刻表周日起调整').waitFor()
  })

  it('is shown above a page that was clipped again after it had changed', async () => {
    const page = join(parent, 'bridge.html')
    await writeFile(page, BRIDGE)
    await app.dropFiles([page])
    await heading(BRIDGE_TITLE).waitFor()
    await writeFile(page, BRIDGE.replace('end of September', 'end of October'))
    await app.dropFiles([page])
    await app.window.getByRole('article').getByText('end of October').waitFor()
    await button(app, reprints.seeVersions).click()
    const differences = app.window.getByRole('region', { name: reprints.diff })
    await expect.poll(() => differences.locator('del').allTextContents()).toContain('September')
    await app.window.keyboard.press('Escape')
    await app.window.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('keeps the pictures of a saved page, each in a place that does not move', async () => {
    await app.dropFiles([join(ROOT, 'tests/formats/saved-page/Island ferry.html')])
    const pictures = app.window.getByRole('article').locator('figure img')
    await pictures.first().waitFor()
    const before = await pictures.first().boundingBox()
    await expect
      .poll(() => pictures.first().evaluate(picture => (picture as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
    expect(await pictures.first().boundingBox()).toEqual(before)
    expect(await seriousInBothThemes(app)).toEqual([])
  })
})
