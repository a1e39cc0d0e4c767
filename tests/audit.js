import { spawnSync } from 'node:child_process'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

/**
 * `npm run audit:packages` asks the registry what is known of the packages in the lock file, and fails at a finding that
 * SECURITY.md does not explain. It needs nothing but npm, and is the only command of the project that needs the network.
 */

/** Places in the lock file of which advisories are known and do no harm; SECURITY.md says why. */
const EXPLAINED = ['node_modules/dompurify-fixtures']

/**
 * The findings of `npm audit --json` that nobody has explained, a line each; fails where it is no report.
 *
 * @param {string} json
 * @returns {string[]}
 */
export function unexplained(json) {
  /** @type {{ vulnerabilities?: Record<string, { severity: string, nodes: string[], range: string, via: (string | { url: string })[] }> }} */
  const { vulnerabilities } = JSON.parse(json)
  if (vulnerabilities === undefined) throw new Error(`npm gave no report: ${json.slice(0, 400)}`)
  return Object.entries(vulnerabilities)
    .map(([name, { severity, nodes, range, via }]) => ({
      nodes: nodes.filter(node => !EXPLAINED.includes(node)),
      line: `${severity}: ${name} ${range}: ${via.map(each => (typeof each === 'string' ? each : each.url)).join(' ')}`,
    }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ nodes, line }) => `${line} (${nodes.join(', ')})`)
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  // npm is a script of the shell's on Windows. It ends with 1 wherever it finds anything.
  const { stdout } = spawnSync('npm audit --package-lock-only --json', { shell: true, encoding: 'utf8' })
  const lines = unexplained(stdout)
  for (const line of lines) console.error(line)
  console.log(
    lines.length === 0 ? 'nothing that SECURITY.md does not explain' : `${lines.length} to be explained`,
  )
  process.exitCode = lines.length === 0 ? 0 : 1
}
