import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../../electron/cli/run.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { clip, collect, filesIn, plainState, saveSearch, tag } from '../store/backup/sample-library.ts'
import { got, samplePorts } from '../store/scratch-library.ts'

let folder: string
let library: string

/** Runs a command on the library as a user would, and gives back all that it said. */
async function cuttings(...args: string[]) {
  let out = ''
  let err = ''
  const output = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const code = await run([...args, '--library', library], output)
  return { code, out, err }
}

async function importPage(name: string, title: string): Promise<string> {
  await writeFile(
    join(folder, name),
    `${title}\n记者 沈亦舟\n2026-03-12 07:40\n\n${'末班船推迟四十分钟。'.repeat(9)}\n`,
  )
  const { out } = await cuttings('import', join(folder, name))
  return out.split('\t')[0] ?? ''
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  library = join(folder, 'library')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

describe('backup', () => {
  it('is taken, listed, and restored into a new folder', async () => {
    await importPage('one.txt', '渡轮时刻表周日起调整')
    const taken = await cuttings('backup')
    expect(taken).toMatchObject({ code: 0, err: '' })
    expect(taken.out).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z: 6 files, 0\.0 MB; 6 were new or changed\n$/,
    )
    const again = JSON.parse((await cuttings('backup', '--json')).out)
    expect(again).toMatchObject({ files: 6, change: 1, added: 0, removed: [] })
    const listed = await cuttings('backup', 'list')
    expect(listed.out.split('\n')).toHaveLength(3)
    expect(listed.out).toContain(`${again.name}\t6 files\t`)

    const to = join(folder, 'restored')
    const restored = await cuttings('restore', 'latest', '--to', to)
    expect(restored).toMatchObject({ code: 0, err: '', out: `6 files of ${again.name} restored to ${to}\n` })
    expect((await cuttings('restore', 'latest', '--to', to)).err).toContain('the folder is not empty')
  })

  it('is checked, and mended from the library', async () => {
    await importPage('one.txt', '渡轮时刻表周日起调整')
    await cuttings('backup')
    expect((await cuttings('backup', 'verify')).out).toMatch(
      /^1 backups, \d+ files checked\nall backups are whole\n$/,
    )
    await rm(join(library, 'backups', 'objects'), { recursive: true })
    const lost = await cuttings('backup', 'verify', '--json')
    expect(lost.code).toBe(1)
    expect(JSON.parse(lost.out).lost).toContainEqual({ backup: expect.any(String), path: 'clippings/' })
  })

  it('goes to another folder with --backups', async () => {
    await importPage('one.txt', '渡轮时刻表周日起调整')
    const backups = join(folder, 'elsewhere')
    expect(await cuttings('backup', '--backups', backups)).toMatchObject({ code: 0 })
    expect(await readdir(library)).not.toContain('backups')
    expect((await cuttings('backup', 'list', '--backups', backups)).out).not.toBe('')
  })

  it('of nothing says so and makes no folder', async () => {
    expect(await cuttings('backup')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no library there'),
    })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('restore', () => {
  it('shows what a clipping would become, and restores it', async () => {
    const id = await importPage('one.txt', '渡轮时刻表周日起调整')
    await cuttings('backup')
    const same = await cuttings('restore', 'latest', '--clipping', id, '--preview')
    expect(same).toMatchObject({ code: 0, out: expect.stringContaining('as it is in the backup') })
    await rm(join(library, 'originals'), { recursive: true })
    const preview = await cuttings('restore', 'latest', '--clipping', id, '--preview')
    expect(preview.out).toContain('1 originals are missing or damaged\n  nothing was changed yet')
    expect((await cuttings('verify')).code).toBe(1)
    expect((await cuttings('restore', 'latest', '--clipping', id)).out).toContain('restored')
    expect((await cuttings('verify')).code).toBe(0)
  })

  it('in the place of the library moves that aside', async () => {
    await importPage('one.txt', '渡轮时刻表周日起调整')
    await cuttings('backup')
    await importPage('two.txt', '电车时刻表周日起调整')
    const restored = await cuttings('restore', 'latest', '--replace')
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toContain(`the library as it was is now ${library}.before-restore-`)
    expect((await cuttings('list')).out.trim().split('\n')).toHaveLength(1)
  })

  it('says which backup does not exist', async () => {
    await importPage('one.txt', '渡轮时刻表周日起调整')
    const missing = await cuttings('restore', 'yesterday', '--to', join(folder, 'x'))
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('there is no backup yesterday') })
  })
})

describe('wrong usage', () => {
  it.each([
    [['backup', 'everything']],
    [['backup', 'list', 'all']],
    [['restore']],
    [['archive']],
    [['archive', 'create']],
    [['archive', 'extract', 'x.zip']],
    [['repair', 'it']],
    [['restore', 'latest']],
    [['restore', 'latest', '--to', 'x', '--replace']],
  ])('%j exits with 2', async args => {
    expect(await cuttings(...args)).toMatchObject({ code: 2, out: '' })
  })
})

describe('repair', () => {
  it('says what it fixed and what it could not', async () => {
    await importPage('one.txt', '渡轮时刻表周日起调整')
    expect((await cuttings('repair')).out).toBe('nothing to repair: the library is sound\n')
    await rm(join(library, 'clippings'), { recursive: true })
    const rebuilt = await cuttings('repair')
    expect(rebuilt).toMatchObject({ code: 0, err: '' })
    expect(rebuilt.out).toMatch(
      /rebuilt from the journal: 1 clippings\nwhat was replaced is kept in .*repairs/,
    )
    expect(rebuilt.out).toContain('the library is sound again')
    await cuttings('backup', '--backups', join(folder, 'elsewhere'))
    await rm(join(library, 'originals'), { recursive: true })
    const lost = await cuttings('repair')
    expect(lost).toMatchObject({
      code: 1,
      out: expect.stringContaining('could not be repaired:\n  an original is missing'),
    })
    const found = await cuttings('repair', '--backups', join(folder, 'elsewhere'), '--json')
    expect(JSON.parse(found.out)).toMatchObject({ mended: [{ kind: 'original-restored' }], remaining: [] })
  })

  it('of nothing says that there is no library', async () => {
    expect(await cuttings('repair')).toMatchObject({ code: 1, err: expect.stringContaining('no such file') })
  })
})

describe('archive', () => {
  it('is one file, and a library again', async () => {
    await importPage('one.txt', '渡轮时刻表周日起调整')
    const file = join(folder, 'all.zip')
    expect(await cuttings('archive', 'create', file)).toEqual({ code: 0, out: `${file}: 6 files\n`, err: '' })
    const again = await cuttings('archive', 'create', file)
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('exists already') })
    const to = join(folder, 'extracted')
    const extracted = await cuttings('archive', 'extract', file, '--to', to)
    expect(extracted).toEqual({ code: 0, out: `6 of 6 files extracted to ${to}\n`, err: '' })
    const list = await cuttings('list')
    library = to
    expect(await cuttings('list')).toEqual(list)
  })

  it('of a library with everything in it becomes the same library, with its history, file by file', async () => {
    const open = async (path: string) => got(await openLibrary(path, samplePorts()))
    const made = await open(library)
    await clip(made, 1, '2025-05-01T00:00:00.000Z')
    await clip(made, 2)
    await tag(made, 1, '港口/罢工')
    await collect(made, 900, 'Harbour', 2)
    await saveSearch(made, 950, '港口', 'tag:港口 -is:read')
    got(await made.undo())
    got(await made.redo())
    const state = plainState(made)
    got(await made.close())
    const before = await filesIn(library)
    const [file, to] = [join(folder, 'all.zip'), join(folder, 'extracted')]
    await mkdir(to)
    expect(await cuttings('archive', 'create', file)).toMatchObject({ code: 0, err: '' })
    expect(await cuttings('archive', 'extract', file, '--to', to)).toMatchObject({ code: 0, err: '' })
    expect(await filesIn(to)).toEqual(before)
    const again = await open(to)
    expect(plainState(again)).toEqual(state)
    const undone: (string | undefined)[] = []
    for (let taken = await again.undo(); taken.ok; taken = await again.undo())
      undone.push(taken.value.label.kind)
    expect(undone).toEqual(['save-search', 'create-collection', 'tag', 'clip', 'clip'])
    await again.close()
  })

  it('that is none is refused in words', async () => {
    await writeFile(join(folder, 'no.zip'), 'no')
    const refused = await cuttings('archive', 'extract', join(folder, 'no.zip'), '--to', join(folder, 'x'))
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('this is no archive') })
  })
})

it('verify names a copy that a syncing program made, and says that it was not merged', async () => {
  await importPage('one.txt', '渡轮时刻表周日起调整')
  await writeFile(join(library, 'library-DESKTOP-ABC.json'), '{}')
  const { code, out } = await cuttings('verify')
  expect(code).toBe(0)
  expect(out).toMatch(
    /library-DESKTOP-ABC\.json looks like a copy of library\.json that OneDrive made.*not merged\n/,
  )
})
