import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')
const text = readFileSync(join(ROOT, '.github/workflows/build.yml'), 'utf8')

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      if: z.string().optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      strategy: z.object({ matrix: z.object({ os: z.array(z.string()) }) }).optional(),
      'timeout-minutes': z.number(),
      steps: z.array(stepSchema),
    }),
  ),
})

describe('the workflow that builds releases', () => {
  const { jobs, permissions } = workflowSchema.parse(parse(text))
  const steps = Object.values(jobs).flatMap(job => job.steps)

  it('tests and packs on three systems', () => {
    for (const name of ['test', 'package'])
      expect(jobs[name]?.strategy?.matrix.os).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest'])
    expect(jobs['package']?.needs).toBe('test')
  })

  it('knows no secret, and may write only a draft of a release, for a tag', () => {
    expect(text).not.toMatch(/\bsecrets\b/u)
    expect(permissions).toEqual({ contents: 'read' })
    const writing = Object.entries(jobs).filter(([, job]) => job.permissions !== undefined)
    expect(writing.map(([name, job]) => [name, job.permissions, job.if])).toEqual([
      ['release', { contents: 'write' }, "startsWith(github.ref, 'refs/tags/v')"],
    ])
    expect(text).toContain('--draft')
    const checkouts = steps.filter(step => step.uses?.startsWith('actions/checkout@'))
    expect(checkouts.length).toBeGreaterThan(2)
    for (const step of checkouts) expect(step.with).toEqual({ 'persist-credentials': false })
  })

  it('uses actions by their commit, which nobody can move as a tag', () => {
    const uses = steps.flatMap(step => step.uses ?? [])
    expect(uses.filter(each => !/^actions\/[\w-]+@[\da-f]{40}$/u.test(each))).toEqual([])
    expect(text.match(/@[\da-f]{40} # v\d+\.\d+\.\d+$/gmu)).toHaveLength(uses.length)
  })

  it('uses nothing of strangers, and only commands that the project has', () => {
    expect(steps.flatMap(({ uses }) => uses ?? []).filter(each => !each.startsWith('actions/'))).toEqual([])
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
    const run = steps.flatMap(step => [...(step.run ?? '').matchAll(/\bnpm run (?<name>[\w:-]+)/gu)])
    expect(run.length).toBeGreaterThan(1)
    for (const { groups } of run) expect(scripts).toHaveProperty([groups?.['name'] ?? ''])
  })
})
