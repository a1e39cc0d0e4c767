/** Colours of a picture that is saved or printed: the light theme's, whatever the window shows. */
const COLOURS = {
  paper: '#ffffff',
  ink: '#1d1b18',
  soft: '#575147',
  rule: '#e2ddd1',
  bar: '#a79e8a',
  wide: '#ddd6c7',
} as const

export type Colour = keyof typeof COLOURS

export const colourOf = (colour: Colour): string => COLOURS[colour]

/** What a picture is made of, in the order in which it is painted; sizes are in pixels. */
export type Shape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: Colour
    }
  | {
      readonly kind: 'words'
      readonly x: number
      /** Of the line that the words stand on. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly isBold?: boolean
      readonly colour: Colour
      readonly anchor?: 'start' | 'end'
    }

export interface Picture {
  readonly width: number
  readonly height: number
  /** What it shows, in words. */
  readonly title: string
  readonly shapes: readonly Shape[]
}

/** Faces that are there on the systems where a picture may be opened. */
export const FONT =
  "Inter, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif"
