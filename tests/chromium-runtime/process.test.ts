import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { openFixture } from './fixture-app.ts'
import { launchApp } from './launch.ts'

const profiles = (pid: number) =>
  readdirSync(tmpdir()).filter(name => name.startsWith(`cuttings-chromium-${pid}-`))

/** Processes of the browser that belongs to this app. */
function browsersOf(pid: number): string[] {
  const all = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  return all.split('\n').filter(line => line.includes(`cuttings-chromium-${pid}-`))
}

const unix = test.runIf(process.platform !== 'win32')

unix('closing the app ends the browser and removes its profile', async () => {
  const fixture = await openFixture('basic')
  const { pid } = fixture.app
  expect(browsersOf(pid).length).toBeGreaterThan(0)
  await fixture.close()
  expect(await fixture.app.exited).toBe(0)
  expect(browsersOf(pid)).toEqual([])
  expect(profiles(pid)).toEqual([])
})

unix('killing the app ends the browser, and the next start removes what it left', async () => {
  const first = await openFixture('basic')
  const { pid } = first.app
  await first.app.kill9()
  await expect.poll(() => browsersOf(pid), { timeout: 20_000 }).toEqual([])
  const second = await openFixture('basic')
  expect(profiles(pid)).toEqual([])
  await second.close()
  await first.close()
})

test('a second instance ends, and the first is told how it was started', async () => {
  const first = await openFixture('basic')
  const second = await launchApp({
    appPath: first.appPath,
    main: first.main,
    paths: { userData: first.userData },
    args: ['article.txt'],
  }).catch(error => String(error))
  expect(second).toMatch(/the app has ended with 0/)
  await expect.poll(() => first.invoke('seen')).toContainEqual(['second-instance', 'article.txt'])
  await first.close()
})

test('the app is told when the process of its page is gone', async () => {
  const fixture = await openFixture('basic', { args: ['--second-window'] })
  await expect.poll(() => fixture.app.windows().length).toBe(2)
  const [, doomed] = fixture.app.windows()
  const devtools = await doomed?.context().newCDPSession(doomed)
  void devtools?.send('Page.crash').catch(() => undefined)
  await expect.poll(() => fixture.invoke('seen')).toContainEqual(['gone', 'crashed'])
  await fixture.close()
})
