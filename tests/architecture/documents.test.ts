import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MACHINE_PATH, pathsNamedIn, REGISTRY, VAGUE_NAME } from './documents.ts'
import { projectPaths, ROOT, readProjectFile } from './source-files.ts'

const missing = (document: string) =>
  pathsNamedIn(readProjectFile(document)).filter(path => !existsSync(join(ROOT, path)))

describe('documents', () => {
  it.each(['ARCHITECTURE.md', 'README.md', 'SECURITY.md'])('%s names only paths that exist', document => {
    expect(pathsNamedIn(readProjectFile(document)).length).toBeGreaterThan(0)
    expect(missing(document)).toEqual([])
  })

  it('ARCHITECTURE.md names every folder of the product', () => {
    const named = pathsNamedIn(readProjectFile('ARCHITECTURE.md')).join('\n')
    const folders = projectPaths().flatMap(
      path => /^(?:electron|renderer|electron\/core)\/[\w-]+\/(?=.)/.exec(path) ?? [],
    )
    expect([...new Set(folders)].filter(folder => !named.includes(folder))).toEqual([])
  })

  it('are read for paths in code and links, not in samples', () => {
    const text =
      'See `electron/core/a.ts`, `npm test`, [that](tests/x/) and [out](https://a.b/).\n```\n`tests/no`\n```\n`package.json`'
    expect(pathsNamedIn(text)).toEqual(['electron/core/a.ts', 'package.json', 'tests/x/'])
  })
})

describe('files of the project', () => {
  const paths = projectPaths()
  const texts = paths
    .filter(
      path =>
        !/\.(?:png|ico|icns|pdf|woff2|jsonl|html?)$/.test(path) && !path.startsWith('tests/architecture/'),
    )
    .map(path => ({ path, text: readProjectFile(path) }))

  it('are named for what they do', () => {
    expect(paths.filter(path => path.split('/').some(part => VAGUE_NAME.test(part)))).toEqual([])
    expect(
      ['utils', 'helpers.ts', 'dateUtils.ts', 'window-manager.ts', 'misc.test.ts'].map(name =>
        VAGUE_NAME.test(name),
      ),
    ).toEqual(Array(5).fill(true))
    expect(
      ['task-manager-menu-words.ts', 'community.ts', 'utility-process.ts'].some(name =>
        VAGUE_NAME.test(name),
      ),
    ).toBe(false)
  })

  it('name no path of anybody’s machine', () => {
    const named = texts.flatMap(
      ({ path, text }) => MACHINE_PATH.exec(text)?.map(found => `${path}: ${found}`) ?? [],
    )
    expect(named, 'invented places start elsewhere: /library, /tmp').toEqual([])
    expect(
      ['see /home/ann/x', 'C:\\Users\\ann', '"/Users/ann/Desktop"'].every(text => MACHINE_PATH.test(text)),
    ).toBe(true)
    expect(
      ['/articles/work/x', 'https://a.example/home/x', '/tmp/x'].some(text => MACHINE_PATH.test(text)),
    ).toBe(false)
  })

  it('leave the package registry to the reader', () => {
    expect(texts.filter(({ text }) => REGISTRY.test(text)).map(({ path }) => path)).toEqual([])
    expect(paths.filter(path => basename(path) === '.npmrc')).toEqual([])
    expect(REGISTRY.test('"resolved": "https://registry.example/zod.tgz"')).toBe(true)
  })
})
