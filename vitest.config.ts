import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A window on a busy machine may take longer than the second that vitest polls by default: as long as Playwright waits. */
const PATIENT = { poll: { timeout: 30_000 } }

/** What takes long goes first, so that at the end no worker waits for another. */
const LONG = /\/tests\/(properties|e2e\/(accessibility|layout|windows|hostile))\//u

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (LONG.test(moduleId) ? 0 : 1)
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

/** The styles that exports carry are text to them; vitest leaves all others out. */
const STYLES = { include: [/\/resources\/export\//u] }

/** The groups run one after another: a window that shares the machine with many others is a slow window. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          css: STYLES,
          sequence: { groupOrder: 0 },
          // Loading the product anew for each of two hundred files took three quarters of the time. So a test that
          // changes what others see, a global or a timer, puts it back, and none replaces a module.
          isolate: false,
          maxWorkers: '100%',
          alias: { electron: resolve(import.meta.dirname, 'tests/unit/main/electron-module.ts') },
          // A property with hundreds of runs on a busy machine takes longer than vitest's five seconds.
          testTimeout: 60_000,
          include: ['tests/{unit,properties,hostile,contract,architecture,articles}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'runtime',
          include: ['tests/chromium-runtime/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: PATIENT,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          css: STYLES,
          include: ['tests/e2e/**/*.test.ts', 'tests/packaging/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: PATIENT,
          // Each waits for its window half of the time.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
