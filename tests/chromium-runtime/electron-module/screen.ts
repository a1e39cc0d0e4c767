import { strictly } from '../refuse.ts'

const AREA = { x: 0, y: 0, width: 1920, height: 1080 }

const display = strictly('display', {
  id: 1,
  bounds: AREA,
  workArea: AREA,
  size: { width: AREA.width, height: AREA.height },
  workAreaSize: { width: AREA.width, height: AREA.height },
  scaleFactor: 1,
}) as Electron.Display

/** One display of a fixed size; the pages of the stand-in are placed on none. */
export const screen = strictly('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
} satisfies Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'>)
