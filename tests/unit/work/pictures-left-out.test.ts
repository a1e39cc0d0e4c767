import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { placeOfExport } from '../../../electron/store/export-target.ts'
import { writeExport } from '../../../electron/work/write-export.ts'
import { articleWith, block, clippingWith, figure, text } from '../core/export/sample-clipping.ts'
import { got } from '../store/scratch-library.ts'
import { exportScene } from './export-scene.ts'

it.each([
  ['docx', 1],
  ['html', 0],
] as const)('an export as %s counts the pictures that it cannot show', async (format, picturesLeftOut) => {
  const bytes = Buffer.from('RIFF\0\0\0\0WEBPVP8 ')
  const asset = createHash('sha256').update(bytes).digest('hex')
  const clipping = clippingWith({ assets: [{ sha256: asset, mediaType: 'image/webp' }] })
  const article = articleWith([
    block('p', text('Ships wait.')),
    figure({ caption: [text('The quay.')], asset }),
  ])
  const { of, to, library } = await exportScene([{ clipping, article }])
  got(await library.putAssets([{ bytes, mediaType: 'image/webp' }]))
  const written = await writeExport(
    { of, format, place: placeOfExport(join(to, `a.${format}`), 'x') },
    { signal: new AbortController().signal, progress: () => undefined },
  )
  expect(written).toEqual({ ok: true, value: { files: 1, picturesLeftOut } })
})
