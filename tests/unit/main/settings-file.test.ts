import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../electron/core/model/settings.ts'
import { openKnownLibraries } from '../../../electron/main/known-libraries.ts'
import { openSettings } from '../../../electron/main/settings-file.ts'
import { got, samplePorts, scratchFolder } from '../store/scratch-library.ts'

const CHOSEN = { ...DEFAULT_SETTINGS, language: 'zh-Hans', theme: 'dark', trashDays: 90 } as const
const { clock } = samplePorts()

async function profileWith(text: string | Uint8Array, name = 'settings.json') {
  const profile = await scratchFolder()
  await writeFile(join(profile, name), text)
  return profile
}

const asideIn = async (profile: string) => (await readdir(profile)).filter(name => name.includes('.damaged-'))

describe('the settings', () => {
  it('are those of a new start where nothing was chosen, and come back as they were chosen', async () => {
    const profile = await scratchFolder()
    const settings = await openSettings(profile, clock)
    expect([settings.current, settings.trouble]).toEqual([DEFAULT_SETTINGS, undefined])
    got(await settings.change(CHOSEN))
    const again = await openSettings(profile, clock)
    expect([again.current, again.trouble]).toEqual([CHOSEN, undefined])
    expect(await asideIn(profile)).toEqual([])
  })

  it.each([
    ['an empty file', ''],
    ['a file that was cut off', '{ "language": "zh-Hans", "theme"'],
    ['bytes', Uint8Array.of(0, 255, 254, 1, 2)],
    ['a list', '[]'],
    ['null', 'null'],
  ])('begin anew after %s, which is kept', async (_what, text) => {
    const profile = await profileWith(text)
    const settings = await openSettings(profile, clock)
    expect([settings.current, settings.trouble]).toEqual([DEFAULT_SETTINGS, 'damaged'])
    const [aside = ''] = await asideIn(profile)
    expect(await readFile(join(profile, aside))).toEqual(Buffer.from(text))
    got(await settings.change(CHOSEN))
    expect((await openSettings(profile, clock)).current).toEqual(CHOSEN)
  })

  it('begin anew where a folder stands in their place', async () => {
    const profile = await scratchFolder()
    await mkdir(join(profile, 'settings.json'))
    const settings = await openSettings(profile, clock)
    expect([settings.current, settings.trouble]).toEqual([DEFAULT_SETTINGS, 'unreadable'])
    got(await settings.change(CHOSEN))
    expect((await openSettings(profile, clock)).current).toEqual(CHOSEN)
  })

  it('are kept one by one where some have values of a wrong kind', async () => {
    const profile = await profileWith(
      '{"language":"zh-Hans","theme":7,"trashDays":"thirty","watchedFolder":"/in"}',
    )
    const settings = await openSettings(profile, clock)
    expect(settings.trouble).toBe('damaged')
    expect(settings.current).toEqual({ ...DEFAULT_SETTINGS, language: 'zh-Hans', watchedFolder: '/in' })
    expect(await asideIn(profile)).toHaveLength(1)
  })

  it('of a newer version are kept for it, known or not', async () => {
    const newer = {
      version: 9,
      language: 'fr',
      theme: 'dark',
      margins: 'wide',
      exportPresets: [{ name: 'x', format: 'slides' }],
    }
    const profile = await profileWith(JSON.stringify(newer))
    const settings = await openSettings(profile, clock)
    expect(settings.trouble).toBe('newer')
    expect(settings.current).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
    expect(await asideIn(profile)).toEqual([])
    got(await settings.change({ ...settings.current, theme: 'light' }))
    const inFile = JSON.parse(await readFile(join(profile, 'settings.json'), 'utf8'))
    expect(inFile).toMatchObject({ ...newer, theme: 'light' })
    got(await settings.change({ ...settings.current, language: 'en' }))
    expect(JSON.parse(await readFile(join(profile, 'settings.json'), 'utf8'))).toMatchObject({
      language: 'en',
      version: 9,
    })
  })

  it('keep presets and templates of a newer version in the file, and offer the others', async () => {
    const preset = (name: string) => ({
      name,
      format: 'pdf',
      order: 'oldest-first',
      paper: 'A4',
      book: { columns: 1, parts: [], notes: 'after' },
      citationStyle: 'gb-t-7714',
      language: 'en',
    })
    const slides = { ...preset('Slides'), format: 'slides', pages: { wide: true } }
    const margins = { ...preset('Wide'), margins: 'wide' }
    const mine = { name: 'Mine', kind: 'text', text: '{{ title }}' }
    const script = { name: 'Script', kind: 'script', text: 'x' }
    const profile = await profileWith(
      JSON.stringify({
        version: 9,
        exportPresets: [slides, margins, preset('Plain')],
        exportTemplates: [script, mine],
      }),
    )
    const inFile = async () => JSON.parse(await readFile(join(profile, 'settings.json'), 'utf8'))
    const settings = await openSettings(profile, clock)
    expect(settings.trouble).toBeUndefined()
    expect(settings.current.exportPresets.map(({ name }) => name)).toEqual(['Wide', 'Plain'])
    expect(settings.current.exportTemplates).toEqual([mine])
    const [wide, plain] = settings.current.exportPresets
    if (wide === undefined || plain === undefined) throw new Error('they are offered')

    got(await settings.change({ ...settings.current, exportPresets: [wide, { ...plain, paper: 'A5' }] }))
    expect(await inFile()).toMatchObject({ exportTemplates: [script, mine] })
    expect((await inFile()).exportPresets).toEqual([
      margins,
      expect.objectContaining({ name: 'Plain', paper: 'A5' }),
      slides,
    ])
    got(await settings.change({ ...settings.current, exportPresets: [], exportTemplates: [] }))
    expect(await inFile()).toMatchObject({ exportPresets: [slides], exportTemplates: [script] })
    const again = await openSettings(profile, clock)
    expect([again.current.exportPresets, again.current.exportTemplates]).toEqual([[], []])
  })
})

describe('the list of libraries', () => {
  it('has the paths that can be made out in a damaged file', async () => {
    const text = `{ "libraries": [ { "path": "/Volumes/剪报 \\"A\\"", "lastOpened": "2026-01-01T00:00:00.000Z" }, { "path": "C:\\\\Cuttings", "last`
    const profile = await profileWith(text, 'libraries.json')
    const known = await openKnownLibraries(profile, clock)
    expect(known.isDamaged).toBe(true)
    expect(known.newest).toBe('/Volumes/剪报 "A"')
    expect((await known.describe()).map(({ path }) => path)).toEqual(['/Volumes/剪报 "A"', 'C:\\Cuttings'])
    const [aside = ''] = await asideIn(profile)
    expect(await readFile(join(profile, aside), 'utf8')).toBe(text)
    await known.remember('C:\\Cuttings')
    const again = await openKnownLibraries(profile, clock)
    expect([again.isDamaged, again.newest]).toEqual([false, 'C:\\Cuttings'])
  })

  it.each(['', 'nothing of use', '{"libraries":7}'])('is empty where none can (%j)', async text => {
    const known = await openKnownLibraries(await profileWith(text, 'libraries.json'), clock)
    expect([known.isDamaged, known.newest]).toEqual([true, undefined])
  })
})
