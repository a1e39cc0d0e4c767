import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safePage } from '../../electron/core/original-page/safe-page.ts'
import { activeContentOf } from '../hostile/active-content.ts'
import { BEACONS } from '../hostile/beacons.ts'

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

it('leaves no address that a browser asks for and nothing that runs, whatever the page', () => {
  fc.assert(
    fc.property(page, html => {
      expect(activeContentOf(safePage(html, NOTHING).html)).toEqual([])
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
