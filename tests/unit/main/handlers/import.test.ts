import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../../electron/main/desk.ts'
import { GivenFiles } from '../../../../electron/main/given-files.ts'
import { importHandlers } from '../../../../electron/main/handlers/import.ts'
import { scratchFolder } from '../../store/scratch-library.ts'

describe('import:take-given', () => {
  it('gives what the system handed over, once, and says whether a folder is among it', async () => {
    const folder = await scratchFolder()
    const page = join(folder, 'page.html')
    await writeFile(page, '<p>A page</p>')
    const given = new GivenFiles()
    const windows = { isInFront: (window: number) => window === 1 } as unknown as Desk['windows']
    const desk: Pick<Desk, 'given' | 'windows'> = { given, windows }
    const takeIn = importHandlers(desk as Desk)['import:take-given']
    const take = (window = 1) => takeIn({}, { window, paste: () => {}, drag: () => {} })
    expect(await take()).toEqual({ ok: true, value: { paths: [], hasFolder: false } })
    given.give([page, join(folder, 'gone.html')])
    // One that stands behind another leaves it to that.
    expect(await take(2)).toEqual({ ok: true, value: { paths: [], hasFolder: false } })
    expect(await take()).toEqual({
      ok: true,
      value: { paths: [page, join(folder, 'gone.html')], hasFolder: false },
    })
    given.give([folder])
    expect(await take()).toEqual({ ok: true, value: { paths: [folder], hasFolder: true } })
    expect(await take()).toEqual({ ok: true, value: { paths: [], hasFolder: false } })
  })
})
