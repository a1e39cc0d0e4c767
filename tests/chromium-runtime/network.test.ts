import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureApp, openFixture } from './fixture-app.ts'

let fixture: FixtureApp
beforeAll(async () => {
  fixture = await openFixture('basic')
  await fixture.page.goto('https://fixture.app.invalid/open.html')
})
afterAll(async () => {
  await fixture?.close()
})

/** A script for the page, and the URL that it would fetch. */
const ATTEMPTS: Readonly<Record<string, string>> = {
  image: `document.body.insertAdjacentHTML('beforeend', '<img src="URL">')`,
  'image set': `document.body.insertAdjacentHTML('beforeend', '<img srcset="URL 2x, URL 1x">')`,
  frame: `document.body.insertAdjacentHTML('beforeend', '<iframe src="URL"></iframe>')`,
  'frame in a sandboxed frame': `document.body.insertAdjacentHTML('beforeend', '<iframe sandbox srcdoc="<iframe src=URL></iframe>"></iframe>')`,
  object: `document.body.insertAdjacentHTML('beforeend', '<object data="URL"></object>')`,
  video: `document.body.insertAdjacentHTML('beforeend', '<video src="URL" preload="auto"></video>')`,
  stylesheet: `document.body.insertAdjacentHTML('beforeend', '<link rel="stylesheet" href="URL">')`,
  'style import': `document.body.insertAdjacentHTML('beforeend', '<style>@import "URL";</style>')`,
  background: `document.body.insertAdjacentHTML('beforeend', '<p style="background: url(URL)">x')`,
  font: `document.fonts.add(new FontFace('x', 'url(URL)')); document.body.insertAdjacentHTML('beforeend', '<p style="font-family: x">x')`,
  prefetch: `document.head.insertAdjacentHTML('beforeend', '<link rel="prefetch" href="URL">')`,
  preload: `document.head.insertAdjacentHTML('beforeend', '<link rel="preload" as="image" href="URL">')`,
  script: `document.head.append(Object.assign(document.createElement('script'), { src: 'URL' }))`,
  'module script': `import('URL').catch(() => 0)`,
  beacon: `navigator.sendBeacon('URL', 'x')`,
  xhr: `{ const x = new XMLHttpRequest(); x.open('POST', 'URL'); x.send('x') }`,
  'event source': `new EventSource('URL')`,
  worker: `new Worker(URL.createObjectURL(new Blob(["fetch('URL_HERE')"])))`
    .replaceAll('URL.', 'window.URL.')
    .replace('URL_HERE', 'URL'),
  'kept alive': `fetch('URL', { keepalive: true, mode: 'no-cors' }).catch(() => 0)`,
}

const urlOf = (name: string) => `https://example.com/${encodeURIComponent(name)}`

test.for(Object.keys(ATTEMPTS))('%s: held, shown to the app and recorded as refused', async name => {
  const script = (ATTEMPTS[name] ?? '').replaceAll(/(?<!\.)\bURL\b(?!\.)/g, urlOf(name))
  await fixture.page.evaluate(script)
  const outcomes = async () =>
    (await fixture.app.requests()).filter(({ url }) => url === urlOf(name)).map(({ outcome }) => outcome)
  await expect.poll(outcomes, { timeout: 20_000 }).toContain('refused')
  expect(await outcomes()).not.toContain('stopped')
})
