import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainLink, chainLine } from '../../../../electron/core/export/evidence/change-chain.ts'
import { fileInMemory } from '../../../../electron/formats/import-file.ts'
import { openZip } from '../../../../electron/formats/zip-entries.ts'
import { verifyBag } from '../../../../electron/store/evidence/verify-bag.ts'
import { filesBelow } from '../files-below.ts'
import { evidenceScene } from './evidence-scene.ts'

const foldersOf = (bag: string) => readdir(join(bag, 'data/clippings'))

describe('an evidence pack', () => {
  it('is a bag that is as it was made, to us and to sha256sum', async () => {
    const { bag, clippings } = await evidenceScene()
    const report = await verifyBag(bag)
    const seal = createHash('sha256')
      .update(await readFile(join(bag, 'tagmanifest-sha256.txt')))
      .digest('hex')
    expect(report).toMatchObject({ ok: true, seal, clippings: clippings.length, problems: [] })
    // The library never had the one picture.
    expect(report.lost).toEqual(['f'.repeat(64)])
    // Each was imported, one was starred and tagged.
    expect(report.changes).toBe(clippings.length + 2)
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      execFileSync('sha256sum', ['--strict', '--quiet', '-c', manifest], { cwd: bag })
  })

  it('has the originals byte for byte, and says what it proves in both languages', async () => {
    const { bag, library, clippings } = await evidenceScene()
    const index = JSON.parse(await readFile(join(bag, 'data/index.json'), 'utf8'))
    for (const { originals } of index.clippings)
      for (const { sha256, path } of originals) {
        const kept = await library.readOriginal(sha256)
        expect(kept.ok && Buffer.compare(await readFile(join(bag, path)), kept.value)).toBe(0)
      }
    expect(index.clippings.map(({ id }: { id: string }) => id)).toEqual(clippings.map(({ id }) => id))
    const words = await readFile(join(bag, 'README.txt'), 'utf8')
    expect(words).toContain('What it does not prove')
    expect(words).toContain('不能证明什么')
    expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toMatch(/^Payload-Oxum: \d+\.\d+$/mu)
    expect(await readdir(bag)).not.toContain('fetch.txt')
  })

  it('has names that are safe on every system, whatever titles say', async () => {
    const { bag } = await evidenceScene()
    for (const path of Object.keys(await filesBelow(bag)))
      for (const level of path.split('/')) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
        expect(level).not.toMatch(/[<>:"\\|?*%\u0000-\u001f\u202a-\u202e]|^[\s.]|[\s.]$/u)
        expect(Buffer.byteLength(level)).toBeLessThanOrEqual(140)
      }
  })

  it('names any byte that was changed, and any file that was removed or added', async () => {
    const { bag } = await evidenceScene()
    const files = Object.keys(await filesBelow(bag)).sort()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.constantFrom('flip', 'remove', 'add', 'cut'),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        async (path, what, at, bit) => {
          const bytes = await readFile(join(bag, path))
          if (bytes.length === 0 && what !== 'remove' && what !== 'add') return
          const added = `${dirname(path)}/added.txt`.replace(/^\.\//u, '')
          if (what === 'remove') await rm(join(bag, path))
          else if (what === 'add') await writeFile(join(bag, added), 'x')
          else {
            const changed = Buffer.from(bytes)
            const index = at % bytes.length
            if (what === 'flip') changed[index] = (changed[index] ?? 0) ^ (1 << bit)
            await writeFile(join(bag, path), what === 'flip' ? changed : changed.subarray(0, index))
          }
          const report = await verifyBag(bag)
          if (what === 'add') await rm(join(bag, added))
          else await writeFile(join(bag, path), bytes)
          expect(report.ok).toBe(false)
          const named = what === 'add' ? added : path
          // A sum of tag files may be wrong as well as its file: both are named.
          const names = report.problems.flatMap(problem => [problem.what, problem.detail])
          expect(names).toContain(named)
        },
      ),
      { seed: 20261129, numRuns: 80 },
    )
  })

  it('is in a folder of its own where it is an archive', async () => {
    const { bag, root } = await evidenceScene('evidence-archive')
    const zip = await openZip(fileInMemory('bag.zip', await readFile(bag)))
    if (!zip.ok) throw new Error(zip.error.reason)
    const folders = new Set(zip.value.entries.map(({ path }) => path.split('/')[0]))
    expect([...folders]).toEqual(['港口与渡轮 Harbour file'])
    for (const entry of zip.value.entries) {
      const read = await zip.value.read(entry)
      if (!read.ok) throw new Error(entry.path)
      await mkdir(dirname(join(root, 'out', entry.path)), { recursive: true })
      await writeFile(join(root, 'out', entry.path), read.value)
    }
    expect(await verifyBag(join(root, 'out', '港口与渡轮 Harbour file'))).toMatchObject({ ok: true })
  })

  it('tells a history that was rewritten, even where every sum was made anew', async () => {
    const { bag } = await evidenceScene()
    const [folder = ''] = (await foldersOf(bag)).filter(name => name.includes('渡轮'))
    const path = join(bag, 'data/clippings', folder, 'history.jsonl')
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    const kindsOf = async (text: string) => {
      await writeFile(path, text)
      return (await verifyBag(bag)).problems.map(({ kind }) => kind)
    }
    expect(await kindsOf(`${[lines[0], lines[2]].join('\n')}\n`)).toContain('broken-chain')
    expect(await kindsOf(`${lines.slice(0, 2).join('\n')}\n`)).toEqual(
      expect.arrayContaining(['other-chain-end', 'other-state']),
    )
    const link = JSON.parse(lines[1] ?? '') as ChainLink
    const later = chainLine({ ...link, change: { ...link.change, at: '2020-01-01T00:00:00.000Z' } })
    expect(await kindsOf(`${lines[0]}\n${later}${lines[2]}\n`)).toContain('broken-chain')
  })

  it('that is hostile leads nowhere: no link is followed, no path outside is opened', async () => {
    const { bag, root } = await evidenceScene()
    await writeFile(join(root, 'secret.txt'), 'secret')
    await symlink(join(root, 'secret.txt'), join(bag, 'data/link.txt'))
    await mkdir(join(bag, 'data/dir'))
    await symlink(root, join(bag, 'data/dir/up'))
    const manifest = join(bag, 'manifest-sha256.txt')
    const sum = '0'.repeat(64)
    const outside = [
      '../secret.txt',
      '/etc/passwd',
      'data/../../secret.txt',
      'C:\\x',
      '~/x',
      'data//x',
      'data/%2e%2e/x',
    ]
    await writeFile(
      manifest,
      `${await readFile(manifest, 'utf8')}${outside.map(path => `${sum}  ${path}\n`).join('')}not a line\n`,
    )
    const { problems } = await verifyBag(bag)
    const of = (kind: string) => problems.filter(each => each.kind === kind).map(({ what }) => what)
    expect(of('unsafe-path')).toEqual(outside.slice(0, 6))
    expect(of('missing')).toEqual(['data/%2e%2e/x'])
    expect(of('no-plain-file').sort()).toEqual(['data/dir/up', 'data/link.txt'])
    expect(of('bad-line')).toEqual(['manifest-sha256.txt'])
    expect(JSON.stringify(problems)).not.toContain('"secret"')
  })
})
