import { expect, it } from 'vitest'
import { GivenLinks, linksIn } from '../../../electron/main/given-links.ts'

const [ONE, TWO] = ['cuttings://clipping/1', 'cuttings://clipping/2']

it('are the addresses of the app among the arguments of a start', () => {
  expect(linksIn(['/opt/cuttings', '--flag', 'a.html', ONE, 'https://a.example'])).toEqual([ONE])
  expect(linksIn([ONE])).toEqual([])
})

it('wait for the window to ask, the last one alone, and are told of from then on', () => {
  const links = new GivenLinks()
  links.give([ONE, TWO])
  let told = 0
  links.tellOfMore(() => {
    told += 1
  })
  expect([links.take(), links.take(), told]).toEqual([TWO, undefined, 0])
  links.give([])
  links.give([ONE])
  expect([links.take(), told]).toEqual([ONE, 1])
})
