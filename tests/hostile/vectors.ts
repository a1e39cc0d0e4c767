import naughtyStrings from 'big-list-of-naughty-strings/blns.json'
import domPurifyFixtures from 'dompurify-fixtures/test/fixtures/expect.js'
import { BEACONS } from './beacons.ts'

/** A piece of markup that runs a script, or calls home, where nobody holds it back. `HOME` is the address that tells of it. */
export interface Vector {
  readonly name: string
  readonly markup: string
}

const HANDLERS = [
  ['img', 'src=x', 'onerror'],
  ['svg', '', 'onload'],
  ['body', '', 'onload'],
  ['body', '', 'onpageshow'],
  ['input', 'autofocus', 'onfocus'],
  ['select', 'autofocus', 'onfocus'],
  ['textarea', 'autofocus', 'onfocus'],
  ['button', 'autofocus', 'onfocus'],
  ['a', 'href=# autofocus', 'onfocus'],
  ['div', 'tabindex=1 autofocus', 'onfocus'],
  ['details', 'open', 'ontoggle'],
  ['video', 'src=x', 'onerror'],
  ['audio', 'src=x', 'onerror'],
  ['object', 'data=x:', 'onerror'],
  ['link', 'rel=stylesheet href=data:text/css,', 'onload'],
  ['style', '', 'onload'],
  ['iframe', 'src=about:blank', 'onload'],
  ['iframe', 'srcdoc=x', 'onload'],
  ['embed', 'src=about:blank', 'onload'],
  ['script', 'src=data:,', 'onload'],
  ['image', 'src=x', 'onerror'],
  ['input', 'type=image src=x', 'onerror'],
  ['p', '', 'onclick'],
  ['p', '', 'onpointerover'],
  ['p', '', 'onmousedown'],
  ['p', '', 'onpointerenter'],
  ['div', 'style=position:fixed;inset:0', 'onmousemove'],
  ['button', '', 'onclick'],
  ['form', '', 'onformdata'],
  ['marquee', '', 'onstart'],
  ['p', 'style=animation:a', 'onanimationstart'],
  ['p', 'contenteditable autofocus', 'onkeydown'],
  ['dialog', 'open', 'onfocusin'],
] as const

const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;&#97;vascript:alert(1)',
  '&#x6A;avascript&#58;alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'vbscript:alert(1)',
  'file:///etc/passwd',
  'app://cuttings/index.html#/settings',
  'cuttings://clipping/0198b2a4-7c1e-7abc-8def-0123456789ab',
] as const

const CARRIERS: readonly ((address: string) => string)[] = [
  address => `<a id=vector href="${address}">read on</a>`,
  address => `<iframe src="${address}"></iframe>`,
  address => `<form action="${address}"><button id=vector>send</button></form>`,
  address => `<svg><a xlink:href="${address}"><text y=20>read on</text></a></svg>`,
  address => `<math><mtext href="${address}">read on</mtext></math>`,
  address => `<object data="${address}"></object>`,
  address => `<embed src="${address}">`,
  address => `<area shape=default href="${address}">`,
  address => `<meta http-equiv=refresh content="0;url=${address}">`,
  address => `<base href="${address}"><a id=vector href="#x">read on</a>`,
  address => `<button id=vector formaction="${address}" form=f>send</button><form id=f></form>`,
]

const SCRIPTS = [
  '<script>alert(1)</script>',
  '<script type=module>alert(1)</script>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<script src="data:,alert(1)"></script>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><set onbegin=alert(1) attributeName=x to=1>',
  '<svg><a><animate attributeName=href values=javascript:alert(1) /><text y=20>read on</text></a>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<iframe srcdoc="&lt;img src=x onerror=parent.alert(1)&gt;"></iframe>',
  '<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--!><img src=x onerror=alert(1)>-->',
  '<!-- --!><img src=x onerror=alert(1)>',
  '<title><!--</title><img src=x onerror=alert(1)>-->',
  '<![CDATA[<!--]]><img src=x onerror=alert(1)>-->',
  '<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<table><td><select><table><img src=x onerror=alert(1)>',
  '<a title="x"onclick=alert(1)>x</a>',
  '<p/onclick=alert(1)>x</p>',
  '<x onclick=alert(1)>x</x>',
  '<x-y contenteditable autofocus onfocus=alert(1)>x</x-y>',
  '<3 <img src=x onerror=alert(1)>',
  '<<img src=x onerror=alert(1)//',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<isindex type=image src=x onerror=alert(1)>',
  '<html onclick=alert(1)><body onkeydown=alert(1)>x',
  '<head onclick=alert(1)><article onclick=alert(1) onmousedown=alert(1)>x</article>',
  '<b id=createElement><b id=body><img name=querySelector src=x onerror=alert(1)>',
]

const own = [
  ...HANDLERS.map(([tag, attributes, handler]) => `<${tag} ${attributes} ${handler}=alert(1)>x</${tag}>`),
  ...CARRIERS.flatMap(carry => ADDRESSES.map(carry)),
  ...SCRIPTS,
].map((markup, at) => ({ name: `own ${at}`, markup }))

/**
 * DOMPurify's fixtures (MPL 2.0 or Apache 2.0, of the last of its packages that has them) and those of the Big List of
 * Naughty Strings (MIT) that have to do with scripts.
 */
const published = [
  ...domPurifyFixtures.map(({ payload }, at) => ({ name: `DOMPurify ${at}`, markup: payload })),
  ...naughtyStrings
    .map((markup, at) => ({ name: `naughty string ${at}`, markup }))
    .filter(({ markup }) => /<|javascript:|\bon\w+=/iu.test(markup)),
]

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, character => `&#${character.charCodeAt(0)};`)

/** What makes a parser take a piece of markup for something else than the next parser does. */
const MUTATIONS: Readonly<Record<string, (markup: string) => string>> = {
  shouted: markup => markup.replace(/<\/?[a-z][\w-]*|\bon[a-z]+(?==)/giu, name => name.toUpperCase()),
  slashed: markup => markup.replace(/(?<=<[a-z]+) (?=[a-z])/giu, '/'),
  broken: markup => markup.replace(/(?<=<[a-z]+) (?=[a-z])/giu, '\n\f\t'),
  open: markup => markup.replace(/>[^>]*$/u, ' '),
  svg: markup => `<svg><desc>${markup}</desc></svg>`,
  foreign: markup => `<svg><foreignObject width=99 height=99>${markup}</foreignObject></svg>`,
  math: markup => `<math><annotation-xml encoding=application/xhtml+xml>${markup}</annotation-xml></math>`,
  table: markup => `<table>${markup}<tr><td>x</table>`,
  select: markup => `<select><option>${markup}</select>`,
  template: markup => `<div><template shadowrootmode=open>${markup}</template></div>`,
  noscript: markup => `<noscript><p title="</noscript>${escaped(markup)}">${markup}</noscript>`,
  comment: markup => `<!--><!-- ${markup} -->${markup}`,
  style: markup => `<style><!--</style>${markup}--></style>`,
  title: markup => `<title>&lt;/title&gt;</title><textarea></textarea>${markup}`,
  attribute: markup => `<p title='"></p>'>${markup}</p><p title="${escaped(markup)}">`,
  frame: markup => `<iframe srcdoc="${escaped(markup)}"></iframe>`,
  twice: markup => escaped(escaped(markup)),
  nested: markup => markup.replace(/<(?=[a-z])/iu, '<<b><'),
  zero: markup => markup.replace(/(?<=<[a-z]+) (?=[a-z])/giu, '\0 '),
  form: markup => `<form><math><mtext></form><form><mglyph><style></math>${markup}`,
}

/** Every kind of mutation, of one seed after another, so many. */
function mutated(seeds: readonly Vector[], count: number): Vector[] {
  const kinds = Object.entries(MUTATIONS)
  return Array.from({ length: count }, (_, at) => {
    const [kind, mutate] = kinds[at % kinds.length] ?? ['', (markup: string) => markup]
    const seed = seeds[(at * 7) % seeds.length] ?? { name: '', markup: '' }
    return { name: `${seed.name}, ${kind}`, markup: mutate(seed.markup) }
  })
}

const beacons = Object.entries(BEACONS).map(([name, markup]) => ({ name: `beacon ${name}`, markup }))

/** More than twelve hundred of them, always the same in the same order. */
export const VECTORS: readonly Vector[] = [
  ...published,
  ...own,
  ...mutated([...own.slice(0, HANDLERS.length), ...own.slice(-SCRIPTS.length), ...published], 600),
  ...beacons,
]

/** One in so many, the same number of every kind. */
export const sampleOf = (vectors: readonly Vector[], count: number): Vector[] => {
  const step = vectors.length / count
  return Array.from({ length: count }, (_, at) => vectors[Math.floor(at * step)]).flatMap(each => each ?? [])
}
