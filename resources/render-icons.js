import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import png2icons from 'png2icons'

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]

/** Without the margin that only macOS leaves around an icon. */
const cropped = (/** @type {string} */ svg) =>
  svg.replace('viewBox="0 0 1024 1024"', 'viewBox="100 100 824 824"')

/** @param {string} svg @param {number} size pixels of one side */
const png = (svg, size) =>
  new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng()

/** @param {Buffer | null} container @param {string} name */
function made(container, name) {
  if (container === null) throw new Error(`${name} could not be made from the PNG`)
  return container
}

/**
 * Every icon file that packaging takes, made from the one drawing: paths relative to `resources/`, and bytes.
 * @param {string} svg
 * @returns {Map<string, Buffer>}
 */
export function iconsFrom(svg) {
  const full = png(svg, 1024)
  const filled = png(cropped(svg), 1024)
  const files = new Map([
    ['icon.png', full],
    ['icon.icns', made(png2icons.createICNS(full, png2icons.BICUBIC2, 0), 'icon.icns')],
    // The small sizes as bitmaps: the resource compilers of Windows read PNG only at 256.
    ['icon.ico', made(png2icons.createICO(filled, png2icons.BICUBIC2, 0, false, true), 'icon.ico')],
  ])
  for (const size of LINUX_SIZES) files.set(`icons/${size}x${size}.png`, png(cropped(svg), size))
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = import.meta.dirname
  for (const [path, bytes] of iconsFrom(await readFile(join(here, 'icon.svg'), 'utf8'))) {
    await mkdir(dirname(join(here, path)), { recursive: true })
    await writeFile(join(here, path), bytes)
  }
}
