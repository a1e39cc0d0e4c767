import english from '../../resources/sample/en.txt?raw'
import simplifiedChinese from '../../resources/sample/zh-Hans.txt?raw'

/** An invented page, as a reader would paste it; clipping it takes the same path as any paste. */
export const SAMPLE_PAGES = { en: english, 'zh-Hans': simplifiedChinese } as const
