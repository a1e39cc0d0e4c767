import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { type PageFiles, safePage } from '../../../../electron/core/original-page/safe-page.ts'
import { BEACONS, beaconPage } from '../../../hostile/beacons.ts'

const NOTHING: PageFiles = { picture: () => undefined, font: () => undefined, style: () => undefined }
const ORIGIN = 'https://beacon.example'

type Node = DefaultTreeAdapterTypes.ChildNode

function* elements(nodes: readonly Node[]): Generator<DefaultTreeAdapterTypes.Element> {
  for (const node of nodes)
    if ('tagName' in node) {
      yield node
      yield* elements(node.childNodes)
      if ('content' in node)
        yield* elements((node.content as DefaultTreeAdapterTypes.DocumentFragment).childNodes)
    }
}

const ASKS =
  /^(?:src|srcset|href|xlink:href|action|formaction|data|poster|background|ping|cite|longdesc|manifest|content|code|imagesrcset|srcdoc|classid|archive|codebase|usemap|profile|lowsrc|dynsrc)$/u

/** What in a document a browser would ask for, or run. */
function calls(html: string): string[] {
  const found: string[] = []
  for (const { tagName, attrs, childNodes } of elements(parse(html).childNodes)) {
    if (/^(?:script|iframe|object|embed|form|base|link|svg|math|template|input|button)$/u.test(tagName))
      found.push(tagName)
    for (const { name, value } of attrs) {
      if (/^on/u.test(name)) found.push(name)
      if (tagName === 'meta') continue
      if (ASKS.test(name) && !/^(?:data:(?:image|font)\/|#)/u.test(value)) found.push(`${name}=${value}`)
      if (name === 'style') found.push(...styleCalls(value))
    }
    if (tagName === 'style')
      found.push(...styleCalls(childNodes.map(node => ('value' in node ? node.value : '')).join('')))
  }
  return found
}

const styleCalls = (css: string): string[] =>
  css.match(/url\((?!"data:)|@import|image-set|src\(|cross-fade|element\(|\\[0-9a-f]*6\d/giu) ?? []

describe('a page that only shows', () => {
  it('knows at least 33 ways to call home', () => {
    expect(Object.keys(BEACONS).length).toBeGreaterThanOrEqual(60)
  })

  it.each(Object.keys(BEACONS))('does not call home by %s', name => {
    const html = (BEACONS[name] ?? '')
      .replaceAll('URL', `${ORIGIN}/${name}`)
      .replaceAll('HOST', `beacon.example/${name}`)
    expect(calls(safePage(html, NOTHING).html)).toEqual([])
  })

  it('does not by all of them together, and keeps the words and the arrangement', () => {
    const { html, leftOut } = safePage(beaconPage(ORIGIN), NOTHING)
    expect(calls(html)).toEqual([])
    expect(html).toContain('Shipping companies said that they would appeal')
    expect(html).toContain('.shown{color:#123456}')
    expect(leftOut.counts.script).toBe(4)
    expect(leftOut.counts.frame).toBe(5)
    expect(leftOut.counts.font).toBe(1)
    expect(leftOut.first).toContainEqual({ kind: 'picture', address: `${ORIGIN}/img` })
  })

  it('shows the pictures, typefaces and style sheets that came with it', () => {
    const files: PageFiles = {
      picture: (address, base) =>
        address === 'a.png' ? `data:image/png;base64,${base ?? 'page'}` : undefined,
      font: () => 'data:font/woff2;base64,AA',
      style: address =>
        address === 'cid:css' ? { css: 'p{background:url(a.png)}', base: 'css' } : undefined,
    }
    const { html, leftOut } = safePage(
      `<link rel=stylesheet href="cid:css" media="screen"><style>@font-face{src:url(x) format('woff2')}</style>
       <img src=missing.png data-src=a.png alt="Gate"><p style='background:URL( "a.png" ) no-repeat'>`,
      files,
    )
    expect(html).toContain('<style media="screen">p{background:url("data:image/png;base64,css")}</style>')
    expect(html).toContain(`@font-face{src:url("data:font/woff2;base64,AA") format("woff2")}`)
    expect(html).toContain('alt="Gate" src="data:image/png;base64,page"')
    expect(html).toContain('style="background:url(&#34;data:image/png;base64,page&#34;) no-repeat"')
    expect(leftOut.first).toEqual([])
  })

  it('says where a link led, and leaves it leading nowhere but within the page', () => {
    const { html } = safePage(
      '<a href="https://a.example/b" onclick="x()">b</a><a href="#note">1</a><a href="javascript:x()">c</a>',
      NOTHING,
    )
    expect(html).toContain('<a title="https://a.example/b">b</a><a href="#note">1</a><a>c</a>')
  })

  it('cannot be broken out of by what stands in a style sheet', () => {
    const { html } = safePage(
      '<style>a{content:"<\\2f style><img src=x>"}b::before{content:"\\3c/style>"}</style>',
      NOTHING,
    )
    expect(html.match(/<\/style/gu)).toHaveLength(1)
    expect(html).not.toContain('<img')
  })

  it('ends in time, however a page nests', () => {
    const deep = `${'<div>'.repeat(60_000)}words${'<style>'.repeat(9)}${'{(['.repeat(50_000)}`
    expect(safePage(deep, NOTHING).html).toContain('words')
    expect(safePage(`<p style="${'url('.repeat(40_000)}">words`, NOTHING).html).toContain('words')
    expect(safePage(`<style>${'@import '.repeat(40_000)}`, NOTHING).html).toContain('<style>')
  })
})
