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
    const desk: Pick<Desk, 'given'> = { given }
    const take = importHandlers(desk as Desk)['import:take-given']
    expect(await take()).toEqual({ ok: true, value: { paths: [], hasFolder: false } })
    given.give([page, join(folder, 'gone.html')])
    expect(await take()).toEqual({
      ok: true,
      value: { paths: [page, join(folder, 'gone.html')], hasFolder: false },
    })
    given.give([folder])
    expect(await take()).toEqual({ ok: true, value: { paths: [folder], hasFolder: true } })
    expect(await take()).toEqual({ ok: true, value: { paths: [], hasFolder: false } })
  })
})
