import type { Feature, QueryClock, State, TextField } from './query.ts'

/** What can stand before a colon. */
export type FieldName = TextField | 'in' | 'lang' | 'is' | 'has' | 'site' | QueryClock

const FIELD_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  title: ['标题', '標題'],
  text: ['正文', '内容', '內容'],
  note: ['备注', '備註', '笔记', '筆記'],
  tag: ['标签', '標籤'],
  in: ['专题', '專題'],
  source: ['来源', '來源'],
  by: ['作者'],
  lang: ['language', '语言', '語言'],
  is: ['是'],
  has: ['有'],
  site: ['网站', '網站'],
  published: ['date', '日期', '发布', '發布'],
  clipped: ['剪存'],
  happened: ['发生', '發生'],
}

const STATE_NAMES: Readonly<Record<State, readonly string[]>> = {
  starred: ['加星', '星标', '已加星'],
  read: ['已读'],
  unread: ['未读'],
  inbox: ['收件箱', '待处理'],
  trashed: ['trash', '废纸篓', '回收站'],
}

const FEATURE_NAMES: Readonly<Record<Feature, readonly string[]>> = {
  note: ['备注'],
  tag: ['tags', '标签'],
  collection: ['专题'],
  byline: ['by', '作者'],
  source: ['来源'],
  date: ['published', '日期'],
  address: ['url', 'link', '网址'],
  original: ['原件'],
  highlight: ['highlights', '划线'],
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  chinese: 'zh',
  english: 'en',
  中文: 'zh',
  汉语: 'zh',
  简体: 'zh-hans',
  繁体: 'zh-hant',
  英文: 'en',
  英语: 'en',
}

const lookup = <Name extends string>(
  names: Readonly<Record<Name, readonly string[]>>,
): ((word: string) => Name | undefined) => {
  const known = new Map<string, Name>()
  for (const name of Object.keys(names) as Name[])
    for (const alias of [name, ...names[name]]) known.set(alias, name)
  return word => known.get(word.toLowerCase())
}

/** The field, state or feature that a word of the query names, in English or Chinese. */
export const fieldNamed = lookup(FIELD_NAMES)
export const stateNamed = lookup(STATE_NAMES)
export const featureNamed = lookup(FEATURE_NAMES)

/** The BCP 47 tag, in lower case, that a word names; undefined for what can be none. */
export function languageNamed(word: string): string | undefined {
  const lower = word.toLowerCase()
  const named = LANGUAGE_NAMES[lower]
  if (named !== undefined) return named
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/u.test(lower) ? lower : undefined
}
