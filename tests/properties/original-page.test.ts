import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, it } from 'vitest'
import { cssTokens } from '../../electron/core/original-page/css-tokens.ts'
import { safePage } from '../../electron/core/original-page/safe-page.ts'
import { BEACONS } from '../e2e/original-page/beacons.ts'

const ADDRESS = 'https://beacon.example/x'
const NOTHING = { picture: () => undefined, font: () => undefined, style: () => undefined }

/** Pieces of pages that call home, whole and cut up, and what may bring a parser out of step. */
const whole = Object.values(BEACONS).map(html =>
  html.replaceAll('URL', ADDRESS).replaceAll('HOST', 'beacon.example/x'),
)
const cut = whole.flatMap(html => html.split(/(?=[<>"'=(){};@\\/])/u))
const odd = [
  ...[
    '<!--',
    '-->',
    '--!>',
    '<![CDATA[',
    ']]>',
    '</',
    '<',
    '>',
    '"',
    "'",
    '`',
    '\\',
    '\0',
    '\f',
    '\r\n',
    '/*',
    '*/',
  ],
  ...[
    '</style>',
    '<style>',
    '</title>',
    '<svg>',
    '</svg>',
    '<math><mtext>',
    '<noscript>',
    '<template>',
    '<select>',
  ],
  ...[
    'url(',
    'u\\72 l(',
    '\\75rl(',
    'URL(',
    '@imp\\6frt ',
    '@import/**/',
    'src(',
    'image-set(',
    `"${ADDRESS}"`,
    ADDRESS,
  ],
  ...['//beacon.example/x', 'background:', '--a:', 'var(--a)', ' style="', ' src=', ' srcset=', ' onload='],
]
const page = fc
  .array(fc.oneof(fc.constantFrom(...whole), fc.constantFrom(...cut), fc.constantFrom(...odd), fc.string()), {
    maxLength: 24,
  })
  .map(parts => parts.join(''))

type Element = DefaultTreeAdapterTypes.Element

function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const stack: DefaultTreeAdapterTypes.Node[] = [parse(html)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node) found.push(node)
    if ('content' in node) stack.push(node.content)
    if ('childNodes' in node) stack.push(...node.childNodes)
  }
  return found
}

const ADDRESSES = new Set(
  'src srcset href action formaction data poster background ping manifest srcdoc imagesrcset'.split(' '),
)
const LOADERS =
  /^(?:script|iframe|frame|object|embed|applet|form|base|link|svg|math|template|noscript|video|audio)$/u

/** The style sheet of `css` in which an address may be asked for. */
function asks(css: string): boolean {
  let name = ''
  for (const token of cssTokens(css)) {
    if (token.type === 'url' || (token.type === 'at' && token.value.toLowerCase() === 'import')) return true
    if (token.type === 'function') name = token.value.toLowerCase()
    if (/^(?:src|image|image-set|-webkit-image-set|cross-fade|-webkit-cross-fade|element|paint)$/u.test(name))
      return true
    if (name === 'url' && token.type === 'string' && !token.value.startsWith('data:')) return true
    if (token.type === 'delim') name = ''
  }
  return false
}

it('leaves no address that a browser asks for and nothing that runs, whatever the page', () => {
  fc.assert(
    fc.property(page, html => {
      for (const { tagName, attrs, childNodes, namespaceURI } of elementsOf(safePage(html, NOTHING).html)) {
        expect(namespaceURI).toBe('http://www.w3.org/1999/xhtml')
        expect(tagName).not.toMatch(LOADERS)
        if (tagName === 'meta')
          expect(attrs.map(({ name }) => name).join()).toMatch(/^(?:charset|http-equiv,content)$/u)
        for (const { name, value } of attrs) {
          expect(name).not.toMatch(/^on|:/u)
          if (ADDRESSES.has(name)) expect(value).toMatch(/^#/u)
          if (name === 'style') expect(asks(value)).toBe(false)
        }
        if (tagName === 'style')
          expect(asks(childNodes.map(node => ('value' in node ? node.value : '')).join(''))).toBe(false)
      }
    }),
    { seed: 20261129, numRuns: 3000 },
  )
})

it('gives a page that is safe already back as it is', () => {
  fc.assert(
    fc.property(page, html => {
      const once = safePage(html, NOTHING).html
      const { leftOut } = safePage(once, NOTHING)
      expect(leftOut.first.filter(({ address }) => address !== '')).toEqual([])
    }),
    { seed: 20261129, numRuns: 500 },
  )
})
