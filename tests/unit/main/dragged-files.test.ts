import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DraggedFiles } from '../../../electron/main/dragged-files.ts'
import { scratchFolder } from '../store/scratch-library.ts'

describe('files that are dragged out of the window', () => {
  it('are given once, with a picture that is there, and are gone when they are cleared', async () => {
    const profile = await scratchFolder()
    const dragged = new DraggedFiles(profile)
    const file = join(dragged.placeOf('one').path, 'a.md')
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, 'A')
    await dragged.ready('one', [file])
    expect(dragged.take('two')).toBeUndefined()
    const taken = dragged.take('one')
    expect(taken?.files).toEqual([file])
    expect(existsSync(taken?.icon ?? '')).toBe(true)
    expect(file.startsWith(dragged.folder)).toBe(true)
    expect(dragged.take('one')).toBeUndefined()
    expect(existsSync(file)).toBe(true)
    await dragged.clear()
    expect(existsSync(dragged.folder)).toBe(false)
    await dragged.clear()
  })
})
