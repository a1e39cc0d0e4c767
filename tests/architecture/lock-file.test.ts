import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readProjectFile } from './source-files.ts'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      link: z.boolean().optional(),
      integrity: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

type Lock = z.infer<typeof lockSchema>

/** Optional packages, most of them for one platform each, that the lock file names and does not have. */
function absentOptionalPackages({ packages }: Lock): string[] {
  const names = new Set(Object.keys(packages).map(path => path.split('node_modules/').at(-1)))
  return Object.values(packages)
    .flatMap(each => Object.keys(each.optionalDependencies ?? {}))
    .filter(name => !names.has(name))
}

describe('the lock file', () => {
  const lock = lockSchema.parse(JSON.parse(readProjectFile('package-lock.json')))

  it('has the packages of every platform; without them npm ci refuses to install on any', () => {
    expect(absentOptionalPackages(lock)).toEqual([])
    const lacking = { packages: { 'node_modules/a': { optionalDependencies: { 'a-win32': '1.0.0' } } } }
    expect(absentOptionalPackages(lacking)).toEqual(['a-win32'])
  })

  it('has a checksum for each package that comes from a registry', () => {
    const unchecked = Object.entries(lock.packages).filter(
      ([path, each]) => path.includes('node_modules/') && each.link !== true && each.integrity === undefined,
    )
    expect(unchecked.map(([path]) => path)).toEqual([])
  })
})
