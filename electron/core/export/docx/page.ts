import type { Paper } from '../../model/paper.ts'

/** In twentieths of a point, as Word measures pages; the margin is that of every side. */
const PAPERS = {
  A4: { width: 11_906, height: 16_838, margin: 1440 },
  Letter: { width: 12_240, height: 15_840, margin: 1440 },
  A5: { width: 8391, height: 11_906, margin: 964 },
} as const satisfies Record<Paper, { width: number; height: number; margin: number }>

/** EMU, in which Word measures drawings, in a twentieth of a point. */
const EMU = 635
/** Of the height of the text, so that a caption stands below a picture. */
const HIGHEST = 0.8

export interface DocumentPage {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** Text is as wide as the page within its margins. */
  readonly textWidth: number
  /** The most that a picture has, in EMU. */
  readonly widest: number
  readonly highest: number
}

export function documentPage(paper: Paper): DocumentPage {
  const { width, height, margin } = PAPERS[paper]
  const textWidth = width - 2 * margin
  return {
    width,
    height,
    margin,
    textWidth,
    widest: textWidth * EMU,
    highest: Math.round((height - 2 * margin) * EMU * HIGHEST),
  }
}
