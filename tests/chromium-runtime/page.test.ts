import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureApp, type FixtureWindow, openFixture } from './fixture-app.ts'

let fixture: FixtureApp
beforeAll(async () => {
  fixture = await openFixture('basic', { languages: ['zh-CN', 'en'] })
})
afterAll(async () => {
  await fixture?.close()
})

const inPage = <T>(work: (own: FixtureWindow) => T | Promise<T>): Promise<T> =>
  fixture.page.evaluate(`(${work})(window)`)

async function until<T>(read: () => Promise<T>, accept: (value: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    const value = await read()
    if (accept(value)) return value
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return await read()
}

test('a module with imports and a stylesheet load from the custom scheme', async () => {
  expect(await inPage(own => own.answer)).toBe(42)
  expect(await inPage(() => getComputedStyle(document.querySelector('h1') as Element).color)).toBe(
    'rgb(1, 2, 3)',
  )
  expect(await inPage(() => isSecureContext)).toBe(true)
})

test("the content security policy of the app's answer holds", async () => {
  expect(await inPage(own => own.inlineRan)).toBeUndefined()
  const blocked = await inPage(
    () =>
      new Promise(resolve => {
        document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective))
        document.body.append(Object.assign(document.createElement('object'), { data: '/index.html' }))
      }),
  )
  expect(blocked).toBe('object-src')
})

test('requests to the network are recorded, and stopped even where the app lets them through', async () => {
  const failed = (url: string) => fixture.page.evaluate(to => fetch(to).catch(error => String(error)), url)
  expect(await failed('https://example.com/refused')).toBe('TypeError: Failed to fetch')
  expect(await failed('https://example.com/let-through')).toBe('TypeError: Failed to fetch')
  await inPage(() => {
    new WebSocket('wss://example.com/socket')
    document.body.append(Object.assign(new Image(), { src: 'https://example.com/pixel.png' }))
  })
  const find = async (url: string) => (await fixture.app.requests()).find(request => request.url === url)
  const outcomes = await until(
    async () =>
      Promise.all(
        [
          'https://example.com/refused',
          'https://example.com/let-through',
          'wss://example.com/socket',
          'https://example.com/pixel.png',
        ].map(async url => {
          const request = await find(url)
          return [request?.resourceType, request?.outcome]
        }),
      ),
    found => found.every(([, outcome]) => outcome !== undefined),
  )
  expect(outcomes).toEqual([
    ['xhr', 'refused'],
    ['xhr', 'stopped'],
    ['webSocket', 'refused'],
    ['image', 'refused'],
  ])
})

test('a link away asks will-navigate, which prevents it', async () => {
  await fixture.page.click('#away')
  const seen = await until(
    () => fixture.invoke('seen') as Promise<string[][]>,
    events => events.length > 0,
  )
  expect(seen).toContainEqual(['will-navigate', 'https://example.com/away'])
  expect(await inPage(() => document.querySelector('h1')?.textContent)).toBe('hello')
  expect((await fixture.app.requests()).filter(({ url }) => url.endsWith('/away'))).toEqual([])
})

test('a new window asks setWindowOpenHandler, which denies it before it requests anything', async () => {
  await fixture.page.click('#blank')
  const isThere = (events: string[][]) => events.some(([name]) => name === 'window-open')
  const seen = await until(() => fixture.invoke('seen') as Promise<string[][]>, isThere)
  expect(seen).toContainEqual(['window-open', 'https://example.com/blank'])
  await until(
    async () => fixture.app.windows().length,
    count => count === 1,
  )
  expect(fixture.app.windows()).toHaveLength(1)
  expect((await fixture.app.requests()).filter(({ url }) => url.endsWith('/blank'))).toEqual([])
})

test('a permission that the app denies is denied', async () => {
  expect(await inPage(() => Notification.requestPermission())).toBe('denied')
  expect(await inPage(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).toBe(
    'denied',
  )
})

test('the app is told of the system that the test describes', async () => {
  expect(await fixture.invoke('about')).toMatchObject({
    version: '1.2.3',
    locale: 'zh-CN',
    languages: ['zh-CN', 'en'],
    packaged: false,
  })
  expect(await inPage(() => navigator.language)).toBe('zh-CN')
})

test('the theme of the app, and that of the system without one, is the theme of the page', async () => {
  const isDark = () => inPage(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(await isDark()).toBe(false)
  expect(await fixture.invoke('theme', 'dark')).toBe(true)
  expect(await until(isDark, dark => dark)).toBe(true)
  expect(await fixture.invoke('theme', 'system')).toBe(false)
  expect(await until(isDark, dark => !dark)).toBe(false)
  await fixture.app.control('systemColorScheme', 'dark')
  expect(await until(isDark, dark => dark)).toBe(true)
})

test('a frame in the page cannot leave it where the app prevents will-frame-navigate', async () => {
  await inPage(() => {
    const frame = Object.assign(document.createElement('iframe'), { src: '/index.html', name: 'inner' })
    document.body.append(frame)
  })
  const frame = await until(
    async () =>
      fixture.page.frames().find(one => one.name() === 'inner' && one.url().endsWith('/index.html')),
    found => found !== undefined,
  )
  expect(await frame?.evaluate(() => 'api' in window)).toBe(false)
  await frame?.evaluate(() => location.assign('https://example.com/away-from-frame'))
  const isThere = (events: string[][]) =>
    events.some(([, url]) => url === 'https://example.com/away-from-frame')
  const seen = await until(() => fixture.invoke('seen') as Promise<string[][]>, isThere)
  expect(seen).toContainEqual(['will-frame-navigate', 'https://example.com/away-from-frame'])
  expect((await fixture.app.requests()).filter(({ url }) => url.includes('away-from-frame'))).toEqual([])
})

test('requests of a sandboxed frame with an opaque origin are held like any other', async () => {
  await inPage(() => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.srcdoc = '<img src="https://example.com/from-srcdoc.png">'
    document.body.append(frame)
  })
  const find = async () => (await fixture.app.requests()).find(({ url }) => url.endsWith('from-srcdoc.png'))
  expect((await until(find, request => request !== undefined))?.outcome).toBe('refused')
})

test('a download is announced and nothing is written', async () => {
  await inPage(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['text']))
    link.download = 'stolen.txt'
    link.click()
  })
  const isThere = (events: string[][]) => events.some(([name]) => name === 'will-download')
  const seen = await until(() => fixture.invoke('seen') as Promise<string[][]>, isThere)
  expect(seen).toContainEqual(['will-download', 'stolen.txt'])
})
