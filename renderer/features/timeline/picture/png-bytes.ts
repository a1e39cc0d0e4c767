import { colourOf, FONT, type Picture } from './shapes.ts'

/** Sharp in print and on dense screens. */
const SCALE = 2

/** The picture as a PNG file, twice as many pixels as it is wide. Undefined where the window has no memory for it. */
export async function pngBytes({
  width,
  height,
  shapes,
}: Picture): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const canvas = new OffscreenCanvas(width * SCALE, height * SCALE)
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.scale(SCALE, SCALE)
  for (const shape of shapes) {
    context.fillStyle = colourOf(shape.colour)
    if (shape.kind === 'box') context.fillRect(shape.x, shape.y, shape.width, shape.height)
    else {
      context.font = `${shape.isBold ? 600 : 400} ${shape.size}px ${FONT}`
      context.textAlign = shape.anchor ?? 'start'
      context.fillText(shape.text, shape.x, shape.y)
    }
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
