import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * `node tests/run.js` runs everything: the build, the tools that the tests need, the static checks, and every test,
 * those without a window beside those with one. `node tests/run.js check` runs the static checks and the unit tests
 * alone. A step that fails does not keep the others from running, but without the build or the tools the rest would
 * say nothing. The last line sums up; each of the static checks counts as one.
 */

const ROOT = join(import.meta.dirname, '..')
const everything = process.argv[2] !== 'check'

const environment = {
  ...process.env,
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
}

/**
 * Runs a program with its arguments, quoted where they need it; true where it ends well. `isBeside`: beside others, so
 * what it prints comes at once when it has ended. `priority` is the operating system's, 0 the usual one and 19 the last.
 *
 * @param {string[]} command
 * @param {{ isBeside?: boolean, priority?: number }} [how]
 * @returns {Promise<boolean>}
 */
function run(command, { isBeside = false, priority = 0 } = {}) {
  const started = performance.now()
  const line = command.join(' ')
  if (!isBeside) console.log(`\n$ ${line}`)
  return new Promise(done => {
    const child = spawn(line, {
      cwd: ROOT,
      // npm is a script of the shell's on Windows.
      shell: true,
      stdio: ['ignore', isBeside ? 'pipe' : 'inherit', isBeside ? 'pipe' : 'inherit'],
      env: environment,
    })
    // What it starts has the same.
    if (priority !== 0 && child.pid !== undefined) setPriority(child.pid, priority)
    let printed = isBeside ? `\n$ ${line}\n` : ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', text => {
        printed += text
      })
    child.once('close', status => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${printed}${status === 0 ? 'ok' : `FAILED: ${line}`} in ${seconds} s`)
      done(status === 0)
    })
  })
}

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */

/**
 * Runs one group of tests and counts them. A file that could not be loaded is one failure.
 *
 * @param {string[]} projects
 * @param {Parameters<typeof run>[1]} how
 */
async function runTests(projects, how) {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-tests-'))
  const report = join(folder, 'report.json')
  const command = [
    ...['npx', 'vitest', 'run'],
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json="${report}"`,
    ...projects.map(project => `--project=${project}`),
  ]
  const succeeded = await run(command, how)
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
  if (everything && !((await run(['npm', 'run', 'build'])) && (await hasTools())))
    return { passed: 0, failed: 1 }
  const outcomes = await Promise.all(CHECKS.map(command => run(command, { isBeside: true })))
  // A window that is driven waits for most of its time: the unit tests take what it leaves of the processor, no more.
  const groups = await Promise.all(
    everything
      ? [runTests(['runtime', 'e2e'], {}), runTests(['unit'], { isBeside: true, priority: 10 })]
      : [runTests(['unit'], {})],
  )
  return {
    passed: groups.reduce((all, { passed }) => all + passed, outcomes.filter(Boolean).length),
    failed: groups.reduce((all, { failed }) => all + failed, outcomes.filter(ok => !ok).length),
  }
}

const { passed, failed } = await runAll()
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
