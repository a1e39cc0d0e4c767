import { colourOf, FONT, type Picture, type Shape } from './shapes.ts'

/** Characters that no XML document may have, and halves of pairs. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const number = (value: number): string => String(Math.round(value * 100) / 100)

function element(shape: Shape): string {
  const { x, y, colour } = shape
  const at = `x="${number(x)}" y="${number(y)}" fill="${colourOf(colour)}"`
  if (shape.kind === 'box')
    return `<rect ${at} width="${number(shape.width)}" height="${number(shape.height)}"/>`
  const weight = shape.isBold ? ' font-weight="600"' : ''
  const anchor = shape.anchor === 'end' ? ' text-anchor="end"' : ''
  return `<text ${at} font-size="${shape.size}"${weight}${anchor}>${escaped(shape.text)}</text>`
}

/** The picture as an SVG document of its own: no script, no style sheet, nothing from elsewhere. */
export function svgText({ width, height, title, shapes }: Picture): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(FONT)}">`,
    `<title>${escaped(title)}</title>`,
    ...shapes.map(element),
    '</svg>',
  ]
  return `${lines.join('\n')}\n`
}
