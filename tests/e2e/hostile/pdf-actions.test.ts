import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionsIn } from '../../hostile/opened-exports.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-actions-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A page with these keys in the catalogue of its document, and these bytes in a stream. */
async function pdfWith(catalogue: string, bytes: string): Promise<string> {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
    `<< /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`,
    '<< /Title (A note on /JavaScript and "/AA") >>',
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  const path = join(folder, `${Math.abs(catalogue.length)}.pdf`)
  await writeFile(path, `${file}${table}${end}`, 'latin1')
  return path
}

it('sees what a PDF does when it is opened', async () => {
  const path = await pdfWith('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>', 'q Q')
  expect(actionsIn(path).sort()).toEqual(['JS', 'JavaScript', 'OpenAction'])
})

it('sees nothing in what is packed, or in a title', async () => {
  expect(actionsIn(await pdfWith('', 'x/AA\u0000 /JavaScript /Launch'))).toEqual([])
})
