import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type LaunchOptions, launchApp, type RunningApp } from './launch.ts'

/** What the fixture's preload puts on the page's window, and what its page notes there. */
export interface FixtureWindow {
  readonly api: {
    invoke(channel: string, ...args: unknown[]): Promise<unknown>
    invokeRich(): Promise<unknown>
    sendFunction(): Promise<unknown>
    on(listener: (payload: unknown) => void): () => void
    add(a: number, b: number): number
    fail(): never
    callBack(callback: (value: unknown) => unknown): unknown
    readonly node: Readonly<Record<string, unknown>>
    readonly secret: string
  }
  readonly answer: number
  readonly apiAtStart: string
  readonly inlineRan: boolean | undefined
  readonly pasted: readonly Readonly<Record<string, string>>[]
}

export interface FixtureApp {
  readonly app: RunningApp
  readonly page: Page
  readonly userData: string
  readonly appPath: string
  readonly main: string
  /** Calls a channel of the fixture's main process from its page. */
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  close(): Promise<void>
}

/** Starts an app of tests/chromium-runtime/fixtures with a profile of its own. */
export async function openFixture(name: string, options: Partial<LaunchOptions> = {}): Promise<FixtureApp> {
  const folder = await mkdtemp(join(tmpdir(), 'runtime-fixture-'))
  const appPath = join(import.meta.dirname, 'fixtures', name)
  const main = join(appPath, 'main.js')
  const userData = join(folder, 'profile')
  const app = await launchApp({
    appPath,
    main,
    paths: { userData, documents: join(folder, 'documents') },
    ...options,
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    userData,
    appPath,
    main,
    invoke: (channel, ...args) =>
      page.evaluate(([name, values]) => (window as unknown as FixtureWindow).api.invoke(name, ...values), [
        channel,
        args,
      ] as const),
    async close() {
      await app.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
