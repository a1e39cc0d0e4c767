import { Parser } from 'htmlparser2'

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')

/** Whether a note's medium is a picture, and the words for one that is not. */
export interface Medium {
  readonly isPicture: boolean
  readonly fileName: string | undefined
}

/**
 * The HTML of a note in ENML, which is XHTML with four elements more (dev.evernote.com, "Understanding the Evernote
 * Markup Language"): `en-note` becomes a `div`, `en-media` a picture with the address `cid:` and the hash of its bytes,
 * or the name of an attached file, `en-todo` its box. Encrypted passages (`en-crypt`) are left out: nobody can read them.
 */
export function htmlOfEnml(enml: string, mediumOf: (hash: string) => Medium | undefined): string {
  let html = ''
  let encrypted = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'en-crypt') encrypted += 1
        if (encrypted > 0) return
        if (name === 'en-todo') html += attributes['checked'] === 'true' ? '☑ ' : '☐ '
        else if (name === 'en-note') html += '<div>'
        else if (name === 'en-media') html += mediaOf(attributes, mediumOf)
        else html += `<${name}${attributesOf(attributes)}>`
      },
      ontext: text => {
        if (encrypted === 0) html += escaped(text)
      },
      onclosetag: name => {
        if (name === 'en-crypt') encrypted = Math.max(0, encrypted - 1)
        else if (encrypted > 0 || name === 'en-todo' || name === 'en-media' || VOID.has(name)) return
        else html += name === 'en-note' ? '</div>' : `</${name}>`
      },
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  )
  parser.end(enml)
  return html
}

function mediaOf(
  { hash = '', alt = '' }: Readonly<Record<string, string>>,
  mediumOf: (hash: string) => Medium | undefined,
): string {
  const medium = mediumOf(hash.toLowerCase())
  if (medium?.isPicture === true)
    return `<img src="cid:${escaped(hash.toLowerCase())}" alt="${escaped(alt)}">`
  return medium?.fileName === undefined ? '' : `<p>${escaped(medium.fileName)}</p>`
}
