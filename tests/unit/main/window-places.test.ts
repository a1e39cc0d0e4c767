import { describe, expect, it } from 'vitest'
import {
  fitted,
  newPlace,
  type WindowPlace,
  windowPlaceSchema,
} from '../../../electron/main/window-places.ts'

const MAIN = { x: 0, y: 25, width: 1440, height: 875 }
const LEFT = { x: -1920, y: 0, width: 1920, height: 1080 }

const place = (bounds: Partial<WindowPlace>): WindowPlace => ({
  width: 1000,
  height: 700,
  isMaximized: false,
  isFullScreen: false,
  route: '#/tags',
  ...bounds,
})

describe('a remembered window', () => {
  it('is opened where it was, on whichever display', () => {
    const onLeft = place({ x: -1500, y: 40, isMaximized: true })
    expect(fitted(onLeft, [MAIN, LEFT])).toEqual(onLeft)
    expect(fitted(place({ x: 100, y: 60 }), [MAIN, LEFT])).toMatchObject({ x: 100, y: 60, width: 1000 })
  })

  it('is placed by the system where its display is gone, and is no larger than the one that is left', () => {
    const gone = fitted(place({ x: -1900, y: 40, width: 1900, height: 1000 }), [MAIN])
    expect(gone).toEqual(place({ width: 1440, height: 875 }))
  })

  it.each([
    ['under the menu bar', { x: 100, y: 0 }, { x: 100, y: 25 }],
    ['low', { x: 100, y: 600 }, { x: 100, y: 200 }],
    ['taller than its display', { x: 100, y: 25, height: 2000 }, { y: 25, height: 875 }],
    ['wider than its display', { x: 0, y: 25, width: 5000 }, { x: 0, width: 1440 }],
    ['wide, and mostly beyond the left edge', { x: -1500, y: 25, width: 1900 }, { x: -1340, width: 1440 }],
  ])('can be taken hold of: %s', (_name, bounds, wanted) => {
    expect(fitted(place(bounds), [MAIN])).toMatchObject(wanted)
  })

  it.each([
    ['almost beyond the right edge', { x: 1400, y: 100 }],
    ['beyond the foot', { x: 100, y: 899 }],
  ])('is placed by the system where it could not be taken hold of: %s', (_name, bounds) => {
    const { x, y } = fitted(place(bounds), [MAIN])
    expect([x, y]).toEqual([undefined, undefined])
  })

  it('is never too small to be used, also where no display is known', () => {
    expect(fitted(place({ width: 3, height: 3 }), [])).toMatchObject({ width: 480, height: 480 })
  })

  it('is understood with what an older or a damaged file does not say', () => {
    expect(windowPlaceSchema.parse({ width: 900, height: 600, isMaximized: 'yes', route: 7 })).toEqual({
      width: 900,
      height: 600,
      isMaximized: false,
      isFullScreen: false,
      route: '',
    })
  })
})

describe('a new window', () => {
  it('lies beside the one in front, as large as that, or with room for one pane', () => {
    const front = { x: 200, y: 100, width: 1200, height: 800 }
    expect(newPlace('#/tags', 'whole', front)).toEqual(place({ x: 228, y: 128, width: 1200, height: 800 }))
    const reading = newPlace('#/tags', 'reading', front)
    expect([reading.x, reading.y]).toEqual([228, 128])
    expect(reading.width).toBeLessThan(820)
  })

  it('is placed by the system where there is none', () => {
    expect(newPlace('', 'whole', undefined)).toMatchObject({ width: 1440, height: 900, route: '' })
    expect(newPlace('', 'whole', undefined)).not.toHaveProperty('x')
  })
})
