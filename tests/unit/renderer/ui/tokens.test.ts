import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8')
const COLOUR = /--([\w-]+): light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g
const tokens = new Map(
  [...css.matchAll(COLOUR)].map(([, name, light, dark]) => [name, { light, dark }] as const),
)

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(text: string, ground: string, theme: 'light' | 'dark'): number {
  const of = (name: string) => {
    const value = tokens.get(name)?.[theme]
    if (value === undefined) throw new Error(`tokens.css has no colour --${name}`)
    return luminance(value)
  }
  const [darker = 0, lighter = 0] = [of(text), of(ground)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const SURFACES = ['paper', 'pane', 'page', 'raised', 'hover', 'selected']
const TEXTS = ['ink', 'body-ink', 'soft', 'faint', 'accent']
const TAGS = ['grey', 'red', 'amber', 'green', 'blue', 'violet']

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  it.each(TEXTS)('--%s can be read on every surface (4.5:1)', text => {
    for (const surface of SURFACES) {
      expect(contrast(text, surface, theme), `--${text} on --${surface}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(TAGS)('a %s tag can be read (4.5:1)', tag => {
    expect(contrast(`tag-${tag}`, `tag-${tag}-wash`, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it('the edge of a field and the focus ring can be seen (3:1)', () => {
    expect(contrast('edge', 'field', theme)).toBeGreaterThanOrEqual(3)
    for (const surface of SURFACES) expect(contrast('focus', surface, theme)).toBeGreaterThanOrEqual(3)
  })

  it('what a search found can be read, and seen (4.5:1; 1.15:1 beside its surface)', () => {
    expect(contrast('ink', 'match', theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('on-strong', 'accent', theme)).toBeGreaterThanOrEqual(4.5)
    for (const surface of SURFACES) expect(contrast('match', surface, theme)).toBeGreaterThanOrEqual(1.15)
  })

  it('the button of the main action can be read', () => {
    expect(contrast('on-strong', 'ink', theme)).toBeGreaterThanOrEqual(4.5)
  })
})
