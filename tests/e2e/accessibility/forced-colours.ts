import type { Page } from 'playwright-core'
import { contrast, type Picture, readPng } from './picture.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Control extends Box {
  readonly name: string
}

/** WCAG 2.2, 1.4.11: what says that a control is there, or what state it is in. */
const ENOUGH = 3
/** Pixels of the stroke of the smallest icon that are not softened at its edges. */
const SEEN = 6

const takePicture = async (window: Page, clip?: Box): Promise<Picture> =>
  readPng(await window.screenshot({ scale: 'css', ...(clip === undefined ? {} : { clip }) }))

/** Every control in sight that can be reached or pointed at, with the box that it is shown in. */
const controlsOf = (window: Page): Promise<Control[]> =>
  window.evaluate(() => {
    const CONTROLS =
      'button,a[href],input,textarea,select,[tabindex],[role=option],[role=radio],[role=tab],[role=menuitem],[role=menuitemradio],[role=checkbox]'
    const boxOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x, y, width, height }
    }
    return [...document.querySelectorAll(CONTROLS)].flatMap(element => {
      const face = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element
      const box = boxOf(face)
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const top = document.elementFromPoint(x, y)
      if (box.width < 4 || box.height < 4 || top === null || !face.contains(top)) return []
      // Some show themselves only where the pointer or the focus is, with any colours.
      if (face.matches(':disabled,[aria-disabled=true]')) return []
      if (!face.checkVisibility({ opacityProperty: true })) return []
      return [{ ...box, name: element.outerHTML.slice(0, 140) }]
    })
  })

/** How many pixels of a box stand out from its most frequent colour. */
function standingOut(picture: Picture, box: Box): number {
  const counts = new Map<number, number>()
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(picture.height, box.y + box.height); y += 1)
    for (let x = Math.max(0, Math.floor(box.x)); x < Math.min(picture.width, box.x + box.width); x += 1)
      counts.set(picture.at(x, y), (counts.get(picture.at(x, y)) ?? 0) + 1)
  const [ground = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  let seen = 0
  for (const [colour, count] of counts) if (contrast(colour, ground) >= ENOUGH) seen += count
  return seen
}

/** The controls of which nothing stands out: no words, no icon, no border. */
export async function unseenControls(window: Page): Promise<string[]> {
  const controls = await controlsOf(window)
  const picture = await takePicture(window)
  return controls.filter(box => standingOut(picture, box) < SEEN).map(({ name }) => name)
}

/**
 * What is selected, checked, pressed or current and looks like what is not beside it: it has no border, outline,
 * weight, line, sign or colour that no other one of its kind has. Computed colours are the forced ones.
 */
export const unmarkedStates = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const STATES: readonly (readonly [attribute: string, off: string])[] = [
      ['aria-selected', 'false'],
      ['aria-checked', 'false'],
      ['aria-pressed', 'false'],
      ['aria-current', ''],
    ]
    // A background that the page asks for is there in the colour of the ground, if not as transparent as others.
    const rgbOf = (colour: string): string => /\d+, \d+, \d+/.exec(colour)?.[0] ?? ''
    const ground = rgbOf(getComputedStyle(document.body).backgroundColor)
    const styleOf = (element: Element, pseudo?: string): string => {
      const style = getComputedStyle(element, pseudo)
      const lines = ['top', 'right', 'bottom', 'left'].map(side =>
        ['style', 'width', 'color'].map(each => style.getPropertyValue(`border-${side}-${each}`)).join(' '),
      )
      return [
        ...lines,
        style.outlineStyle === 'none'
          ? ''
          : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`,
        style.fontWeight,
        style.textDecorationLine,
        style.color,
        rgbOf(style.backgroundColor) === ground ? '' : style.backgroundColor,
        style.fill,
        style.stroke,
        style.opacity,
        style.visibility,
        style.content,
        style.boxShadow,
      ].join('|')
    }
    const looksOf = (element: Element): Set<string> =>
      new Set(
        [element, ...element.querySelectorAll('*')].flatMap(each => {
          const { width, height } = each.getBoundingClientRect()
          if (width === 0 || height === 0) return []
          return [undefined, '::before', '::after'].map(pseudo => `${each.tagName} ${styleOf(each, pseudo)}`)
        }),
      )
    const faceOf = (element: Element): Element =>
      element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element
    const isShown = (element: Element): boolean => element.getBoundingClientRect().height > 3
    const likeOthers = (on: Element, others: readonly Element[]): boolean => {
      const known = new Set(others.flatMap(other => [...looksOf(other)]))
      return others.length > 0 && [...looksOf(on)].every(look => known.has(look))
    }
    const found: string[] = []
    for (const [attribute, off] of STATES)
      for (const on of document.querySelectorAll(`[${attribute}]:not([${attribute}="false"])`)) {
        const kind = on.getAttribute('role') ?? on.tagName.toLowerCase()
        const list = on.closest(
          '[role=listbox],[role=radiogroup],[role=tablist],[role=menu],[role=tree],[role=treegrid],nav,ul',
        )
        const others = [
          ...(list?.querySelectorAll(`[role=${kind}],${kind.match(/^[a-z]+$/u) ? kind : 'x'}`) ?? []),
        ]
          .filter(
            each => (each.getAttribute(attribute) ?? '') === off || each.getAttribute(attribute) === 'false',
          )
          .filter(each => !each.contains(on))
        if (isShown(on) && likeOthers(on, others.filter(isShown))) found.push(on.outerHTML.slice(0, 140))
      }
    for (const on of document.querySelectorAll<HTMLInputElement>('input:checked')) {
      const group = on.closest('[role=radiogroup],fieldset,[role=group]') ?? document.body
      const others = [
        ...group.querySelectorAll<HTMLInputElement>(`input[type=${on.type}]:not(:checked):not(:disabled)`),
      ]
      if (isShown(faceOf(on)) && likeOthers(faceOf(on), others.map(faceOf).filter(isShown)))
        found.push(faceOf(on).outerHTML.slice(0, 140))
    }
    return found
  })

/** The stops of the Tab key, as many as `most`, at which nothing in or around the element changes when the focus comes. */
export async function unseenFocus(window: Page, most: number): Promise<string[]> {
  const found: string[] = []
  const names = new Set<string>()
  for (let stop = 0; stop < most; stop += 1) {
    await window.keyboard.press('Tab')
    const focused = await window.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return undefined
      const face = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element
      const { left, top, right, bottom } = face.getBoundingClientRect()
      const [x, y] = [Math.max(0, left - 4), Math.max(0, top - 4)]
      const [width, height] = [Math.min(innerWidth, right + 4) - x, Math.min(innerHeight, bottom + 4) - y]
      return { clip: { x, y, width, height }, name: element.outerHTML.slice(0, 140) }
    })
    if (focused === undefined || focused.clip.width < 1 || focused.clip.height < 1) continue
    if (names.has(focused.name)) break
    names.add(focused.name)
    const picture = await takePicture(window, focused.clip)
    await window.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    if (changed(picture, await takePicture(window, focused.clip)) < SEEN) found.push(focused.name)
  }
  return found
}

function changed(before: Picture, after: Picture): number {
  let seen = 0
  for (let y = 0; y < before.height; y += 1)
    for (let x = 0; x < before.width; x += 1)
      if (contrast(before.at(x, y), after.at(x, y)) >= ENOUGH) seen += 1
  return seen
}
