import { parseHTML } from 'linkedom/worker'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../electron/core/extract/html/page/read-page.ts'
import { putPageInto } from '../../../electron/formats/html-dom.ts'
import { readabilityLines } from '../../../electron/formats/html-readability.ts'
import { ReaderDocument } from '../../../electron/formats/reader-dom.ts'

const MARKUP =
  '<html lang="en"><head><title>A boat</title><meta name="author" content="Ann Reed"></head><body class="page"><h1 id="h">Head</h1><div><p>One <b>two</b> three</p>tail<ul><li>a</li><li>b</li></ul></div><p>four</p></body></html>'

function documentOf(markup: string): ReaderDocument {
  const document = new ReaderDocument()
  putPageInto(document, readPage(markup))
  return document
}

const names = (elements: readonly { readonly tagName: string }[]): string[] =>
  elements.map(({ tagName }) => tagName)

describe('the DOM that Readability is given', () => {
  it('has the elements and the words that a real one has', () => {
    const ours = documentOf(MARKUP)
    const { document } = parseHTML('<!DOCTYPE html><html><head></head><body></body></html>')
    putPageInto(document, readPage(MARKUP))
    for (const name of ['*', 'p', 'li', 'meta', 'none'])
      expect(names(ours.getElementsByTagName(name))).toEqual(names([...document.querySelectorAll(name)]))
    expect(names(ours.querySelectorAll('li,p,h1'))).toEqual(['H1', 'P', 'LI', 'LI', 'P'])
    expect(ours.body.textContent).toBe(document.body.textContent)
    expect(ours.title).toBe('A boat')
    expect(ours.body.className).toBe('page')
    expect(ours.body.firstElementChild?.id).toBe('h')
  })

  it('moves, replaces and removes nodes, and finds an element under the name that it was given last', () => {
    const document = documentOf('<body><p>one</p><p>two</p><div>three</div></body>')
    const [first, second] = document.getElementsByTagName('p')
    if (first === undefined || second === undefined) throw new Error('no paragraphs')
    const span = document.createElement('SPAN')
    document.body.replaceChild(span, first)
    span.appendChild(first)
    second.remove()
    expect(names(document.body.children)).toEqual(['SPAN', 'DIV'])
    expect(document.getElementsByTagName('span')).toEqual([span])
    expect(first.parentNode).toBe(span)
    expect(span.nextElementSibling?.textContent).toBe('three')
    expect(document.body.lastChild?.textContent).toBe('three')
    expect(document.body.textContent).toBe('onethree')
  })

  it('gives the body back as it was, with the lines of its words', () => {
    const document = documentOf(MARKUP)
    const before = document.body.textNodes().map(({ textContent, line }) => [textContent, line])
    const kept = document.body.innerHTML
    for (const element of document.body.children) element.remove()
    expect(document.body.textContent).toBe('')
    for (let twice = 0; twice < 2; twice += 1) {
      document.body.innerHTML = kept
      expect(document.body.textNodes().map(({ textContent, line }) => [textContent, line])).toEqual(before)
      document.body.firstElementChild?.remove()
    }
  })
})

it('tells the lines of an article that Readability finds only when it looks again', () => {
  // Of a class that it takes for no article, and too short for its first attempts.
  const page = readPage(
    '<body><div class="menu">Home</div><div class="comment"><p>The ferry sails later in the evening, the council decided on Monday.</p><p>It sails at ten, says the harbour office, and again at noon.</p></div></body>',
  )
  const lines = readabilityLines(page)
  const words = [...(lines ?? [])].map(index => page.lines[index]?.text)
  expect(words).toContain('The ferry sails later in the evening, the council decided on Monday.')
  expect(words).toContain('It sails at ten, says the harbour office, and again at noon.')
})
