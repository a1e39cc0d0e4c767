import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * `node tests/run.js` runs everything: the build, the tools that the tests need, the static checks, and every
 * test in one vitest run. `node tests/run.js check` runs the static checks and the unit tests alone. A step that
 * fails does not keep the others from running, but without the build or the tools the rest would say nothing.
 * The last line sums up; each of the static checks counts as one.
 */

const ROOT = join(import.meta.dirname, '..')
const everything = process.argv[2] !== 'check'

const environment = {
  ...process.env,
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
}

/** @param {string[]} command a program and its arguments, quoted where they need it */
function run(command) {
  const started = performance.now()
  console.log(`\n$ ${command.join(' ')}`)
  const { status } = spawnSync(command.join(' '), {
    cwd: ROOT,
    // npm is a script of the shell's on Windows.
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  })
  console.log(`${status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return status === 0
}

/**
 * The same beside others: what it prints comes at once when it has ended.
 *
 * @param {string[]} command
 * @returns {Promise<boolean>}
 */
function runBeside(command) {
  const started = performance.now()
  return new Promise(done => {
    const child = spawn(command.join(' '), {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        printed += text
      })
    child.once('close', status => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`\n$ ${command.join(' ')}\n${printed}${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`)
      done(status === 0)
    })
  })
}

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

/** Every test of the vitest projects, counted. A file that could not be loaded is one failure. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-tests-'))
  const report = join(folder, 'report.json')
  const succeeded = run([
    ...['npx', 'vitest', 'run'],
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json="${report}"`,
    ...(everything ? [] : ['--project=unit']),
  ])
  try {
    /** @type {{ testResults: TestFile[] }} */
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const tests = testResults.flatMap(file => file.assertionResults)
    const count = (/** @type {string} */ status) => tests.filter(test => test.status === status).length
    const unloaded = testResults.filter(
      file => file.status === 'failed' && file.assertionResults.length === 0,
    )
    const failed = count('failed') + unloaded.length
    return { passed: count('passed'), failed: succeeded ? failed : Math.max(1, failed) }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const CHECKS = [
  ['npx', 'tsc', '-b'],
  ['npx', 'biome', 'check', '--error-on-warnings', '.'],
  ['npx', 'knip'],
]

/** What the tests need beside npm packages; on Debian as root it is installed, elsewhere the message says how. */
async function hasTools() {
  const module = join(ROOT, 'out/chromium-runtime/ensure-browser.js')
  /** @type {{ ensureBrowser(forTests: boolean): string | undefined }} */
  const { ensureBrowser } = await import(pathToFileURL(module).href)
  const problem = ensureBrowser(true)
  if (problem !== undefined) console.error(problem)
  return problem === undefined
}

async function runAll() {
  if (everything && !(run(['npm', 'run', 'build']) && (await hasTools()))) return { passed: 0, failed: 1 }
  const outcomes = await Promise.all(CHECKS.map(runBeside))
  const tests = runTests()
  return {
    passed: tests.passed + outcomes.filter(Boolean).length,
    failed: tests.failed + outcomes.filter(ok => !ok).length,
  }
}

const { passed, failed } = await runAll()
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
