import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { showOriginalPage } from '../../../electron/work/original-page.ts'
import { importScene } from './import-scene.ts'

const FORMATS = join(import.meta.dirname, '../../formats')

/** Imports a fixture and shows its original. */
async function shown(...path: string[]) {
  const scene = await importScene()
  await scene.run({ paths: [join(FORMATS, ...path)] })
  const clipping = [...scene.library.state.clippings.values()].find(({ originals }) => originals.length > 0)
  if (clipping === undefined) throw new Error('nothing was imported')
  return showOriginalPage({ library: scene.library.directory, clipping })
}

const pictures = (html: string): number => html.match(/src="data:image\//gu)?.length ?? 0

describe('the page of an original', () => {
  it.each([
    ['mhtml', 'ferry.mhtml'],
    ['mhtml', 'word.mht'],
    ['email', 'newsletter.eml'],
    ['saved-page', 'single-file.html'],
    ['saved-page', 'Island ferry.html'],
    ['saved-page', '云溪春茶.htm'],
  ])('is shown of %s/%s with the pictures that came with it', async (...path) => {
    const page = await shown(...path)
    if (page.state !== 'page') throw new Error(page.state)
    expect(pictures(page.html)).toBeGreaterThan(0)
    expect(page.html).not.toMatch(/<script|src="(?!data:)|url\((?!"data:)/u)
  })

  it('has the style sheets of an archive', async () => {
    const page = await shown('mhtml', 'ferry.mhtml')
    if (page.state !== 'page') throw new Error(page.state)
    expect(page.html).toContain('<style')
    expect(page.leftOut.counts.style).toBe(0)
  })

  it.each(['docx', 'odt', 'pdf'])('is none of %s', async folder => {
    const scene = await importScene()
    await scene.run({ paths: [join(FORMATS, folder)] })
    const clipping = [...scene.library.state.clippings.values()].find(({ originals }) =>
      originals.some(({ name }) => /\.(?:docx|odt|pdf)$/u.test(name)),
    )
    if (clipping === undefined) throw new Error('nothing was imported')
    expect(await showOriginalPage({ library: scene.library.directory, clipping })).toEqual({
      state: 'not-a-page',
    })
  })

  it('says where the original is not there', async () => {
    const scene = await importScene()
    await scene.run({ paths: [join(FORMATS, 'mhtml', 'ferry.mhtml')] })
    const [clipping] = scene.library.state.clippings.values()
    if (clipping === undefined) throw new Error('nothing was imported')
    expect(await showOriginalPage({ library: '/nowhere', clipping })).toEqual({ state: 'missing' })
  })
})
