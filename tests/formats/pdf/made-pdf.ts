/** Words at a place of a page, in points from the lower left corner. */
export interface PlacedWords {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly words: string
}

const literal = (words: string): string => words.replace(/[\\()]/gu, '\\$&')

/** A PDF of the given pages in Helvetica, A4, uncompressed, as ISO 32000-1 has it; `info` is its dictionary. */
export function madePdf(pages: ReadonlyArray<readonly PlacedWords[]>, info = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((page, index) => {
      const drawn = page.map(
        ({ x, y, size, words }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${literal(words)}) Tj ET`,
      )
      const stream = drawn.join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + index * 2} 0 R >>`,
        `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** Lines below each other from a place, each a leading apart. */
export const linesAt = (x: number, y: number, lines: readonly string[], size = 10): PlacedWords[] =>
  lines.map((words, index) => ({ x, y: y - index * size * 1.3, size, words }))
