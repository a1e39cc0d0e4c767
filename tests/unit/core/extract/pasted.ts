import { extractPasted } from '../../../../electron/core/extract/pipeline.ts'
import type { Extraction } from '../../../../electron/core/model/extraction.ts'

const TEXT_ZH =
  '海州市交通运输局周二召开会议，讨论大桥维修方案，与会者认为工期应当缩短。\n\n会议决定先修东岸，再修西岸，市民可以改乘轮渡。'
const TEXT_EN =
  'The council met on Tuesday evening to discuss the bridge, and most members thought that the work should be done faster.\n\nIt was decided that the eastern bank would come first, and that residents could take the ferry in the meantime.'

export const extract = (text: string): Extraction =>
  extractPasted(text, { clippedAt: '2025-07-20T00:00:00.000Z' })

/** A page with the given lines between its title and two paragraphs, and after them. */
export const page = (language: 'zh' | 'en', header: string[], tail: string[] = []): Extraction =>
  extract(
    [
      language === 'zh' ? '大桥维修方案讨论会召开' : 'Council debates bridge repairs',
      ...header,
      '',
      language === 'zh' ? TEXT_ZH : TEXT_EN,
      '',
      ...tail,
    ].join('\n'),
  )
