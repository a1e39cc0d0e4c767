import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureApp, type FixtureWindow, openFixture } from './fixture-app.ts'

let fixture: FixtureApp
beforeAll(async () => {
  fixture = await openFixture('basic')
})
afterAll(async () => {
  await fixture?.close()
})

const inPage = <T>(work: (own: FixtureWindow) => T | Promise<T>): Promise<T> =>
  fixture.page.evaluate(`(${work})(window)`)

test('arguments and results cross as structured clones', async () => {
  expect(await inPage(own => own.api.invokeRich())).toEqual({
    isMap: true,
    isDate: true,
    hasPrototype: false,
    instance: { x: 1 },
    nothing: true,
    bytes: [1, 2, 255],
    circular: true,
  })
})

test('a function cannot be sent to the main process', async () => {
  await expect(inPage(own => own.api.sendFunction())).rejects.toThrow('An object could not be cloned.')
})

test('a handler cannot answer with a function', async () => {
  await expect(fixture.invoke('uncloneable')).rejects.toThrow(
    "Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
  )
})

test('an error of a handler reaches the page as its text', async () => {
  await expect(fixture.invoke('fail')).rejects.toThrow("Error invoking remote method 'fail': TypeError: y")
})

test('a channel without a handler is refused by name', async () => {
  await expect(fixture.invoke('nobody')).rejects.toThrow(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  )
})

test('a second handler for a channel is refused', async () => {
  expect(await fixture.invoke('handle-twice')).toBe("Attempted to register a second handler for 'echo'")
})

test('a handler knows the frame that asks', async () => {
  expect(await fixture.invoke('sender')).toEqual({ url: 'app://fixture/index.html', main: true, window: 1 })
})

test('the main process can send to the page until the page stops listening', async () => {
  const payloads = await inPage(async own => {
    const seen: unknown[] = []
    const stop = own.api.on(payload => seen.push(payload))
    await own.api.invoke('push')
    await new Promise(resolve => setTimeout(resolve, 50))
    stop()
    await own.api.invoke('push')
    await new Promise(resolve => setTimeout(resolve, 50))
    return seen.map(payload => payload instanceof Map && payload.get('a'))
  })
  expect(payloads).toEqual([1])
})

test('functions on the bridge return values, throw errors and call back', async () => {
  expect(await inPage(own => own.api.add(1, 2))).toBe(3)
  await expect(inPage(own => own.api.fail())).rejects.toThrow('RangeError: out of range')
  expect(await inPage(own => own.api.callBack(value => `got ${JSON.stringify(value)}`))).toBe('got {"one":1}')
})

test('the bridge is frozen and cannot be replaced by the page', async () => {
  expect(
    await inPage(own => {
      const attempts = [
        () => Object.assign(own, { api: 1 }),
        () => Object.assign(own.api, { add: () => 0 }),
        () => Reflect.deleteProperty(own, 'api'),
      ]
      for (const attempt of attempts) {
        try {
          attempt()
        } catch {
          // What matters is what is there afterwards.
        }
      }
      return own.api.add(1, 2)
    }),
  ).toBe(3)
})

test('a page that replaces prototypes does not get between the page and its preload', async () => {
  expect(
    await inPage(own => {
      const seen: unknown[] = []
      const { dispatchEvent } = EventTarget.prototype
      EventTarget.prototype.dispatchEvent = function (event) {
        seen.push(event)
        return dispatchEvent.call(this, event)
      }
      try {
        return [own.api.add(2, 2), seen.length]
      } finally {
        EventTarget.prototype.dispatchEvent = dispatchEvent
      }
    }),
  ).toEqual([4, 0])
})

test('the preload has what a sandboxed preload has, and the page none of it', async () => {
  expect(await inPage(own => own.api.node)).toEqual({
    fs: 'module not found: node:fs',
    events: "not implemented by the Chromium runtime: require('node:events') in a preload",
    shell: 'not implemented by the Chromium runtime: electron (in a preload).shell',
    buffer: 'undefined',
    global: 'undefined',
    platform: process.platform,
    env: 'not implemented by the Chromium runtime: process (in a preload).env',
    sandboxed: true,
  })
  expect(
    await inPage(() => ['require', 'process', 'chromiumRuntimeSend'].map(name => name in globalThis)),
  ).toEqual([false, false, false])
})

test('the preload runs before the scripts of the page, again after a reload', async () => {
  expect(await inPage(own => [own.apiAtStart, own.api.secret])).toEqual(['object', 'undefined'])
  await fixture.page.reload()
  expect(await inPage(own => [own.apiAtStart, own.api.secret])).toEqual(['object', 'undefined'])
  expect(await fixture.invoke('echo', 1, 'two', { three: [3] })).toEqual([1, 'two', { three: [3] }])
})
