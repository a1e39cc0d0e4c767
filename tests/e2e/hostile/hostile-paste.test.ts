import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { originalPath } from '../../../electron/store/paths.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { clippingsInJournal } from '../library-on-disk.ts'

let app: AppUnderTest | undefined

afterEach(async () => {
  await app?.remove()
  app = undefined
})

const TEXT = `Harbour Board <script>fired('text')</script> Votes on New Pilot Fees
By <img src=x onerror=fired('byline')> Jane Roe
July 17, 2025

The harbour board voted on Thursday to raise pilot fees by four percent, the first change in six years.

Shipping companies said that they would appeal <iframe src="BASE/frame"></iframe> against the decision within a month.
`

const HTML = `<meta charset="utf-8"><h1>Harbour Board Votes</h1>
<script>fired('script')</script><img src="BASE/pixel.png" onerror="fired('onerror')">
<img srcset="BASE/set.png 2x"><svg onload="fired('svg')"><image href="BASE/svg.png"/></svg>
<iframe src="BASE/frame" srcdoc="<script>parent.fired('srcdoc')</script>"></iframe>
<link rel="stylesheet" href="BASE/style.css"><style>@import "BASE/import.css"; body{background:url(BASE/bg.png)}</style>
<video src="BASE/v.mp4" poster="BASE/p.png" autoplay></video><object data="BASE/o"></object><embed src="BASE/e">
<form action="BASE/form"><button autofocus onfocus="fired('focus')">x</button></form>
<a href="javascript:fired('href')" ping="BASE/ping">link</a><base href="BASE/"><meta http-equiv="refresh" content="0;url=BASE/refresh">
<p onpointerenter="fired('pointer')">The harbour board voted on Thursday.</p>`

it('runs and loads nothing of a pasted page, and keeps its bytes', async () => {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [text, html] = [TEXT, HTML].map(each => each.replaceAll('BASE', base))
  if (text === undefined || html === undefined) throw new Error('no page')

  try {
    app = await openApp()
    const { window } = app
    await window.getByRole('heading', { level: 1 }).waitFor()
    // The control: this page could tell that a script ran.
    await window.evaluate(() => {
      const seen: string[] = []
      Object.assign(globalThis, { fired: (how: string) => seen.push(how), firedSoFar: seen })
    })
    await app.pasteHtml({ text, html })
    await window.locator('article h1').waitFor()
    await expect.poll(() => window.locator('article').textContent()).toContain('Shipping companies said')
    await window.locator('article').hover()
    for (const key of ['o', 'Escape', 'Shift+O', 'Shift+O', 'a', 'Escape', 'e', 'Tab'])
      await window.keyboard.press(key)
    await window.waitForTimeout(500)

    expect(
      await window.evaluate(() => (globalThis as unknown as { firedSoFar: string[] }).firedSoFar),
    ).toEqual([])
    expect(hits).toEqual([])
    expect(await app.requestsToNetwork()).toEqual([])
    expect(
      await window.locator('article :is(script, iframe, object, embed, form, style, link)').count(),
    ).toBe(0)

    const [clipping] = [...(await clippingsInJournal(app.libraryDir)).values()]
    const kept = clipping?.originals.find(({ mediaType }) => mediaType.startsWith('text/html'))
    if (kept === undefined) throw new Error('the HTML flavour was not kept')
    const bytes = await readFile(join(app.libraryDir, originalPath(kept.sha256)))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept.sha256)
    expect(bytes.toString('utf8')).toContain('The harbour board voted on Thursday.')
  } finally {
    await new Promise(resolve => server.close(resolve))
  }
})
