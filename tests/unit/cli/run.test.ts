import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../../electron/cli/run.ts'
import { articleSchema } from '../../../electron/core/model/article.ts'
import { clippingSchema } from '../../../electron/core/model/clipping.ts'

const PAGE = `渡轮时刻表周日起调整
记者 沈亦舟
2026-03-12 07:40

青桥市交通局3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟,以方便晚归的乘客。

交通局表示,调整将试行三个月,期间会听取沿岸居民和乘客的意见,再决定是否延续下去。

来源:青桥晚报
`

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs a command as a user would, and gives back all that it said. */
async function cuttings(...args: string[]) {
  let out = ''
  let err = ''
  const code = await run(args, {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
  })
  return { code, out, err }
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('extract', () => {
  it('prints one object in the terms of the library with --json', async () => {
    const { code, out } = await cuttings('extract', await file('page.txt', PAGE), '--json')
    const read = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(read)).toEqual(['clipping', 'article', 'text', 'markdown', 'ms'])
    expect(clippingSchema.parse(read.clipping)).toMatchObject({
      title: '渡轮时刻表周日起调整',
      bylines: ['沈亦舟'],
      published: { edtf: '2026-03-12T07:40+08:00' },
      originals: [{ mediaType: 'text/plain', name: 'page.txt', byteLength: Buffer.byteLength(PAGE) }],
    })
    expect(articleSchema.parse(read.article).id).toBe(read.clipping.id)
    expect(read.text.split('\n')).toHaveLength(2)
    expect(read.markdown).toContain('# 渡轮时刻表周日起调整')
    expect(read.ms).toBeGreaterThan(0)
  })

  it('gives the reference article with every field that it states and every block in order', async () => {
    const articles = join(import.meta.dirname, '../../articles/h20-approval')
    const expected = JSON.parse(await readFile(join(articles, 'expected.json'), 'utf8'))
    const { code, out } = await cuttings('extract', join(articles, 'source.txt'), '--json')
    expect(code).toBe(0)
    const { clipping, article, text } = JSON.parse(out)
    expect(clipping).toMatchObject({
      title: expected.title,
      bylines: [expected.byline],
      published: { edtf: expected.published },
      language: expected.language,
      sources: expected.sources.map((name: string) => ({ name })),
      editors: expected.editors,
      reportedBy: expected.reportedBy.map(({ source, phrase }: Record<string, string>) => ({
        source,
        phrase,
      })),
    })
    expect(article.figures).toEqual(
      expected.blocks
        .filter(({ type }: { type: string }) => type === 'figure')
        .map(({ caption, credit }: Record<string, string | null>) => ({ caption, credit })),
    )
    const lines: string[] = text.split('\n')
    expect(lines).toHaveLength(expected.blocks.length)
    for (const [index, block] of expected.blocks.entries()) {
      if (block.type === 'figure') expect(lines[index]).toContain(block.credit)
      else expect(lines[index]).toBe(block.text)
    }
    const items = article.setAside.filter(({ reason }: { reason: string }) => reason === 'related')
    expect(items.map(({ item }: { item: unknown }) => item)).toEqual(expected.setAside.related)
  })

  it('reads the first item of an export, and every one with --all', async () => {
    const rows = [
      'title,url,time_added,tags,status',
      'One,https://news.example/1,1700000000,,unread',
      'Two,https://news.example/2,1700000001,,unread',
    ]
    const path = await file('part_000000.csv', `${rows.join('\n')}\n`)
    const titles = ({ out }: { out: string }) =>
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).clipping.title)
    expect(titles(await cuttings('extract', path, '--json'))).toEqual(['One'])
    expect(titles(await cuttings('extract', path, '--json', '--all'))).toEqual(['One', 'Two'])
  })

  it('prints Markdown without --json', async () => {
    const { code, out } = await cuttings('extract', await file('page.txt', PAGE))
    expect(code).toBe(0)
    expect(out).toMatch(/^---\n[\s\S]*published: 2026-03-12T07:40\+08:00\n[\s\S]*\n# 渡轮时刻表周日起调整\n/)
  })

  it.each([
    ['no-such-file.txt', undefined, 'no such file'],
    ['picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 'neither a web page nor plain text'],
    ['blank.txt', new TextEncoder().encode(' \n\n'), 'the file has no text'],
    ['page.html', new TextEncoder().encode('<!doctype html><p> </p>'), 'the file has no text'],
  ])('says on standard error why %s cannot be read', async (name, content, reason) => {
    if (content !== undefined) await file(name, content)
    const { code, out, err } = await cuttings('extract', join(folder, name))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(`${name}: ${reason}`)
  })
})

describe('a library', () => {
  it('is made by import, and its clippings are listed, searched and exported', async () => {
    const library = join(folder, 'library')
    await mkdir(join(folder, 'saved'))
    await file('saved/one.txt', PAGE)
    await file('saved/two.txt', PAGE.replaceAll('渡轮', '电车'))
    await file('saved/broken.txt', Uint8Array.of(0, 1, 2))
    const imported = await cuttings('import', join(folder, 'saved'), '--library', library)
    expect(imported.code).toBe(1)
    expect(imported.err).toContain('broken.txt: neither a web page nor plain text')
    expect(imported.out.trim().split('\n')).toHaveLength(2)

    const listed = await cuttings('list', '--library', library, '--json')
    expect(
      listed.out
        .trim()
        .split('\n')
        .map(line => clippingSchema.parse(JSON.parse(line)).title)
        .sort(),
    ).toEqual(['渡轮时刻表周日起调整', '电车时刻表周日起调整'])
    const found = await cuttings('search', '电车', '末班船', '--library', library)
    expect(found.out).toMatch(/^2026-03-12T07:40\+08:00\t青桥晚报\t电车时刻表周日起调整\t[0-9a-f-]+\n$/)
    const byField = await cuttings('search', '来源:青橋 标题:電車 -飞机', '--library', library)
    expect(byField.out).toBe(found.out)
    const wrong = await cuttings('search', 'published:someday', '--library', library)
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('unknown date') })
    const missed = await cuttings('search', '飞机', '--library', library)
    expect(missed).toMatchObject({ code: 0, out: '' })

    const to = join(folder, 'markdown')
    expect(await cuttings('export', '--format', 'markdown', '--to', to, '--library', library)).toMatchObject({
      code: 0,
    })
    expect((await readdir(to)).sort()).toEqual([
      '.cuttings-export.json',
      '2026-03-12 渡轮时刻表周日起调整.md',
      '2026-03-12 电车时刻表周日起调整.md',
      'index.md',
    ])
    const exportAgain = (...more: string[]) =>
      cuttings('export', '--format', 'markdown', '--to', to, '--library', library, ...more)
    expect(await exportAgain('--flavour', 'github')).toMatchObject({ code: 0 })
    expect((await readdir(to)).sort()).toContain('README.md')
    await writeFile(join(to, 'README.md'), 'mine')
    expect(await exportAgain('--flavour', 'github')).toMatchObject({
      code: 1,
      err: expect.stringContaining('README.md'),
    })
    expect(await exportAgain('--flavour', 'github', '--edited', 'mine')).toMatchObject({ code: 0 })
    expect(await readFile(join(to, 'README.md'), 'utf8')).toBe('mine')
    const taken = join(folder, 'taken')
    await mkdir(taken)
    await writeFile(join(taken, 'x'), '')
    const over = await cuttings('export', '--format', 'markdown', '--to', taken, '--library', library)
    expect(over).toMatchObject({ code: 1, err: expect.stringContaining('not empty') })

    const letter = join(folder, 'letter.txt')
    const template = await file(
      'letter.txt.liquid',
      // Whichever of the two was read first comes last: they are of one day.
      '{{ count }}: {{ articles | map: "title" | sort | join: ", " }}',
    )
    const byTemplate = ['export', '--format', 'template', '--to', letter, '--library', library, '--template']
    expect(await cuttings(...byTemplate, template)).toMatchObject({ code: 0 })
    expect(await readFile(letter, 'utf8')).toBe('2: 渡轮时刻表周日起调整, 电车时刻表周日起调整')
    const broken = await file('broken.liquid', '\n{{ titel }}')
    expect(await cuttings(...byTemplate.with(4, join(folder, 'b.md')), broken)).toMatchObject({
      code: 1,
      err: expect.stringContaining('line 2, column 4 of the template: unknown-value (titel)'),
    })
    expect(await cuttings(...byTemplate.with(4, join(folder, 'b.md')), 'none')).toMatchObject({ code: 1 })

    const page = join(folder, 'page.html')
    const asPage = ['export', '--format', 'html', '--to', page, '--library', library]
    expect(await cuttings(...asPage, '--language', 'zh-Hans')).toMatchObject({ code: 0, out: `${page}\t2\n` })
    expect(await readFile(page, 'utf8')).toContain('<html lang="zh-Hans">')
    const overPage = await cuttings(...asPage)
    expect(overPage).toMatchObject({
      code: 1,
      err: expect.stringContaining('exists already; nothing was exported'),
    })
  })

  it('gives its clippings as citations in a style, and as evidence that verify checks', async () => {
    const library = join(folder, 'cited')
    await cuttings('import', await file('cited.txt', PAGE), '--library', library)
    const to = join(folder, 'citations.txt')
    const cite = (...more: string[]) =>
      cuttings('export', '--format', 'citations-text', '--to', to, '--library', library, ...more)
    expect(await cite('--style', 'vancouver')).toMatchObject({ code: 2 })
    expect(await cite('--style', 'mla', '--language', 'zh-Hans')).toMatchObject({ code: 0 })
    expect(await readFile(to, 'utf8')).toContain('《渡轮时刻表周日起调整》')

    const document = ['export', '--format', 'docx', '--to', join(folder, 'a.docx'), '--library', library]
    expect(await cuttings(...document, '--paper', 'B5')).toMatchObject({ code: 2 })
    expect(await cuttings(...document, '--paper', 'Letter')).toMatchObject({ code: 0 })

    const bag = join(folder, 'bag')
    const packed = await cuttings('export', '--format', 'evidence', '--to', bag, '--library', library)
    expect(packed).toMatchObject({ code: 0 })
    const sound = await cuttings('verify', bag)
    expect(sound).toMatchObject({
      code: 0,
      out: expect.stringContaining('every sum and every chain is right'),
    })
    await writeFile(join(bag, 'data/extra.txt'), '')
    const damaged = await cuttings('verify', bag)
    expect(damaged).toMatchObject({ code: 1, out: expect.stringContaining('data/extra.txt was added') })
    expect(await cuttings('verify', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no bag of evidence'),
    })
  })

  it('is told by a dry run what an import would do, and by JSON what it did', async () => {
    const library = join(folder, 'library')
    await mkdir(join(folder, 'saved'))
    await file('saved/one.txt', PAGE)
    await file('saved/same.txt', PAGE)
    const args = ['import', join(folder, 'saved'), '--library', library, '--json']
    const lines = ({ out }: { out: string }) =>
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
    const counts = { imported: 1, version: 0, duplicate: 1, 'link-only': 0, failed: 0 }
    const dry = await cuttings(...args, '--dry-run')
    expect(lines(dry)).toMatchObject([
      { outcome: 'imported' },
      { outcome: 'duplicate' },
      { summary: { counts } },
    ])
    expect(await readdir(folder)).toEqual(['saved'])
    const done = await cuttings(...args)
    expect(done.code).toBe(0)
    expect(lines(done).at(-1)).toMatchObject({ summary: { counts, state: 'done' } })
    const again = await cuttings('import', join(folder, 'saved'), '--library', library)
    expect(again.err).toBe('2 already there\n')
  })

  it('is not made by a command that only reads', async () => {
    const library = join(folder, 'none')
    for (const args of [['list'], ['search', 'x']]) {
      const { code, err } = await cuttings(...args, '--library', library)
      expect({ code, err }).toEqual({ code: 1, err: `cuttings: ${library}: there is no library\n` })
    }
    expect(await readdir(folder)).toEqual([])
  })

  it('of the first prototype is migrated by the first command', async () => {
    const library = join(folder, 'old')
    await cp(join(import.meta.dirname, '../../libraries/v1'), library, { recursive: true })
    const { code, out } = await cuttings('list', '--library', library)
    expect(code).toBe(0)
    expect(out).toContain('港口罢工进入第三周')
    expect((await cuttings('verify', '--library', library)).code).toBe(0)
  })

  it('is verified: sound after an import, and not after a byte of an original changed', async () => {
    const library = join(folder, 'library')
    await cuttings('import', await file('one.txt', PAGE), '--library', library)
    expect(await cuttings('verify', '--library', library)).toMatchObject({ code: 0 })
    const [original] = (
      await readdir(join(library, 'originals'), { recursive: true, withFileTypes: true })
    ).filter(entry => entry.isFile())
    const path = join(original?.parentPath ?? '', original?.name ?? '')
    const bytes = await readFile(path)
    bytes[3] = (bytes[3] ?? 0) ^ 1
    await writeFile(path, bytes)
    const damaged = await cuttings('verify', '--library', library)
    expect(damaged.code).toBe(1)
    expect(damaged.out + damaged.err).toContain(original?.name)
  })
})

describe('wrong usage', () => {
  it.each([
    [[]],
    [['fly']],
    [['extract']],
    [['extract', 'a', 'b']],
    [['extract', '--stdin0', 'a']],
    [['export', '--format', 'pdf', '--to', 'x']],
    [['export', '--format', 'markdown']],
    [['verify', 'a', 'b']],
    [['list', '--nonsense']],
  ])('%j exits with 2 and points to --help', async args => {
    const { code, out, err } = await cuttings(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("Try 'cuttings --help'.")
  })

  it('--help prints every command and exits with 0', async () => {
    const { code, out } = await cuttings('--help')
    expect(code).toBe(0)
    for (const command of ['extract', 'import', 'list', 'search', 'export', 'verify']) {
      expect(out).toContain(`cuttings ${command}`)
    }
  })
})

describe('standard input', () => {
  const program = join(import.meta.dirname, '../../../electron/cli/bin.js')

  it('is read by extract -', () => {
    const { status, stdout } = spawnSync(process.execPath, [program, 'extract', '-', '--json'], {
      input: PAGE,
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout.toString()).clipping.title).toBe('渡轮时刻表周日起调整')
  })

  it('lists paths for extract --stdin0: one line each, in order, failures in their place', async () => {
    const paths = [
      await file('b.txt', PAGE),
      join(folder, 'none.txt'),
      await file('a b.txt', PAGE.replaceAll('渡轮', '电车')),
    ]
    const { status, stdout } = spawnSync(process.execPath, [program, 'extract', '--stdin0'], {
      input: paths.join('\0'),
    })
    const lines = stdout
      .toString()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(status).toBe(1)
    expect(lines.map(line => line.clipping?.title ?? line)).toEqual([
      '渡轮时刻表周日起调整',
      { path: paths[1], error: 'no such file' },
      '电车时刻表周日起调整',
    ])
  })

  it('may be closed early on the other side without an error', () => {
    const { status, stderr } = spawnSync('sh', [
      '-c',
      `"${process.execPath}" "${program}" --help | head -n 1`,
    ])
    expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' })
  })
})
