import { escaped, printable } from '../html-writer.ts'

export interface RtfFormat {
  readonly bold: boolean
  readonly italic: boolean
  readonly raised: 'sup' | 'sub' | undefined
  readonly href: string | undefined
}

export type RtfRun = { readonly text: string; readonly format: RtfFormat } | { readonly markup: string }

export interface RtfBlock {
  readonly kind: 'paragraph' | 'item' | 'cell' | 'row-end'
  readonly tag: string
  readonly isNumbered: boolean
  readonly runs: readonly RtfRun[]
}

const sameFormat = (a: RtfFormat, b: RtfFormat): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.raised === b.raised && a.href === b.href

function wrapped(text: string, { bold, italic, raised, href }: RtfFormat): string {
  let markup = escaped(printable(text)).replaceAll('\n', '<br>')
  if (text.trim() === '') return markup
  if (raised !== undefined) markup = `<${raised}>${markup}</${raised}>`
  if (italic) markup = `<em>${markup}</em>`
  if (bold) markup = `<strong>${markup}</strong>`
  return href === undefined ? markup : `<a href="${escaped(href)}">${markup}</a>`
}

/** Runs as markup; neighbours in one format are one. */
function inlineOf(runs: readonly RtfRun[]): string {
  let markup = ''
  let open: { text: string; format: RtfFormat } | undefined
  for (const run of runs) {
    if ('text' in run && open !== undefined && sameFormat(open.format, run.format)) {
      open.text += run.text
      continue
    }
    if (open !== undefined) markup += wrapped(open.text, open.format)
    open = 'text' in run ? { ...run } : undefined
    if ('markup' in run) markup += run.markup
  }
  return (open === undefined ? markup : markup + wrapped(open.text, open.format)).trim()
}

/** Blocks as markup, each on its own line: items that follow each other are a list, cells a table. */
export function htmlOfBlocks(blocks: readonly RtfBlock[]): string {
  const lines: string[] = []
  let open = ''
  let isRow = false
  const change = (tag: string): void => {
    if (tag === open) return
    if (isRow) lines.push('</tr>')
    isRow = false
    if (open !== '') lines.push(`</${open}>`)
    if (tag !== '') lines.push(`<${tag}>`)
    open = tag
  }
  for (const block of blocks) {
    const words = inlineOf(block.runs)
    if (block.kind === 'row-end') {
      if (isRow) lines.push('</tr>')
      isRow = false
    } else if (block.kind === 'cell') {
      change('table')
      if (!isRow) lines.push('<tr>')
      isRow = true
      lines.push(`<td>${words}</td>`)
    } else if (words !== '') {
      change(block.kind === 'item' ? (block.isNumbered ? 'ol' : 'ul') : '')
      lines.push(block.kind === 'item' ? `<li>${words}</li>` : `<${block.tag}>${words}</${block.tag}>`)
    }
  }
  change('')
  return lines.join('\n')
}
