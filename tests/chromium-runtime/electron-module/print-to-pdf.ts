import type { DevtoolsSession } from '../browser/devtools.ts'
import { onlyOptions } from '../refuse.ts'

const KNOWN = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageSize',
  'margins',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
] as const satisfies readonly (keyof Electron.PrintToPDFOptions)[]

/** Inches, width by height, as Electron's own table has them. */
const PAPER: Readonly<Record<string, readonly [number, number]>> = {
  a0: [33.1, 46.8],
  a1: [23.4, 33.1],
  a2: [16.54, 23.4],
  a3: [11.7, 16.54],
  a4: [8.27, 11.7],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
  letter: [8.5, 11],
  legal: [8.5, 14],
  tabloid: [11, 17],
  ledger: [17, 11],
}

function paperOf(pageSize: Electron.PrintToPDFOptions['pageSize']): readonly [number, number] {
  if (pageSize === undefined) return [8.5, 11]
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height]
  const paper = PAPER[pageSize.toLowerCase()]
  if (paper === undefined) throw new Error(`Invalid pageSize ${pageSize}`)
  return paper
}

function marginsOf(margins: Electron.PrintToPDFOptions['margins']) {
  onlyOptions('printToPDF margins', margins, ['top', 'bottom', 'left', 'right'])
  const { top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 } = margins ?? {}
  return { marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right }
}

/** `webContents.printToPDF`, option by option, by Chromium's own command. */
export async function printToPdf(
  devtools: DevtoolsSession,
  options: Electron.PrintToPDFOptions,
): Promise<Buffer> {
  onlyOptions('webContents.printToPDF', options, KNOWN)
  const [paperWidth, paperHeight] = paperOf(options.pageSize)
  const { stream } = await devtools.send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    ...marginsOf(options.margins),
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    // A book of hundreds of pages would be too long for one message.
    transferMode: 'ReturnAsStream',
  })
  if (stream === undefined) throw new Error('Chromium gave no stream to read the PDF from')
  const parts: Buffer[] = []
  for (;;) {
    const { data, base64Encoded, eof } = await devtools.send('IO.read', { handle: stream, size: 1 << 20 })
    parts.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'))
    if (eof) break
  }
  await devtools.send('IO.close', { handle: stream })
  return Buffer.concat(parts)
}
