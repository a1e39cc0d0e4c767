import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/**
 * `node tests/run.js` runs everything: the tools that the tests need, the build, the static checks, and every
 * test in one vitest run. `node tests/run.js check` runs the static checks and the unit tests alone.
 * Every step runs even where an earlier one failed; the last line sums them up.
 */
const everything = process.argv[2] !== 'check'
const colour = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

/** @param {string} title @param {string[]} command a script of a package, or of ours, and its arguments */
function step(title, command) {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...colour },
  })
  return status === 0
}

/** @param {string} name */
const script = name => join(ROOT, 'node_modules', name)

const reports = mkdtempSync(join(tmpdir(), 'cuttings-tests-'))
const report = join(reports, 'vitest.json')

const checks = [
  ...(everything
    ? [
        step('tools', ['tests/ensure-tools.js']),
        step('build', [script('electron-vite/bin/electron-vite.js'), 'build']),
      ]
    : []),
  step('types', [script('typescript/bin/tsc'), '-b']),
  step('lint', [script('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
  step('dead code', [script('knip/bin/knip.js')]),
]
const vitestPassed = step('tests', [
  script('vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...(everything ? [] : ['--project', 'unit']),
])

/** What vitest counted; a run that ended without a report is one failure. */
function counted() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    // A file that could not be loaded has no tests to fail.
    const failed = numFailedTests === 0 && !vitestPassed ? Math.max(1, numFailedTestSuites) : numFailedTests
    return { passed: numPassedTests, failed, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
}

const tests = counted()
const passed = tests.passed + checks.filter(Boolean).length
const failed = tests.failed + checks.filter(ok => !ok).length
console.log(`\n${checks.length} steps before the tests; ${tests.skipped} tests skipped.`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && vitestPassed ? 0 : 1
