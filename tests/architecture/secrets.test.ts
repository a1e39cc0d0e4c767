import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Keys and tokens by the forms that their makers publish. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u,
  'AWS key': /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/u,
  'GitHub token': /\b(?:gh[pousr]_[A-Za-z\d]{36}|github_pat_\w{60})/u,
  'npm token': /\bnpm_[A-Za-z\d]{36}\b/u,
  'Slack token': /\bxox[baprs]-[\w-]{10}/u,
  'Google key': /\bAIza[\w-]{35}\b/u,
  'registry login': /:_(?:authToken|password)\s*=/u,
}

const secretsIn = (text: string): string[] =>
  Object.entries(SECRETS)
    .filter(([, form]) => form.test(text))
    .map(([name]) => name)

it('no file of the project has a key or a token', () => {
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter(path => path !== '' && existsSync(join(ROOT, path)))
  expect(paths.length).toBeGreaterThan(500)
  const found = paths.flatMap(path =>
    secretsIn(readFileSync(join(ROOT, path), 'latin1')).map(name => `${path}: ${name}`),
  )
  expect(found).toEqual([])
})

it.each([
  ['private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----`],
  ['AWS key', `AKIA${'Z'.repeat(16)}`],
  ['GitHub token', `ghp_${'a1'.repeat(18)}`],
  ['npm token', `npm_${'a1'.repeat(18)}`],
  ['registry login', `//r.example/${':_'}authToken=x`],
])('a %s would be found', (name, text) => {
  expect(secretsIn(text)).toEqual([name])
})
