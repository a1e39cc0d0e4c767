/** What the collection of the sample is called; by it the window knows its list. */
export const SAMPLE_COLLECTION = { en: 'Sample: the Beiwan ferry', 'zh-Hans': '示例：北湾渡口' } as const
