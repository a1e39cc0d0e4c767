const CJK_NAME = /^[\p{Script=Han}·]{2,12}$/u
const SHORT_CJK_NAME = /^\p{Script=Han}{2,4}$/u

/** What stands before a name and is not part of it. */
const ROLE_BEFORE =
  /^(?:by\s+|written by\s+|reporting by\s+|editing by\s+|words by\s+|photographs? by\s+|(?:本报|本報|本刊|本网|本台|新华社|中新社|央视|见习|實習|实习|特约|特約|特派|首席|资深|資深|财经|财新|澎湃新闻|新京报)*(?:记者|記者|通讯员|通訊員|撰稿人?|编辑|編輯|作者|责编|責編)[:：\s]*|文[/／:：\s]\s*)/iu
/** What follows a name after a comma or dash and is not one. */
const ROLE_AFTER =
  /(?:correspondent|editor|reporter|writer|staff|bureau|desk|journalist|columnist|contributor|producer|political|business|science|health|technology|for the |in [A-Z]|news|agency|press|wire|reuters|afp|bbc)/iu

const tidy = (name: string): string =>
  name
    .replace(ROLE_BEFORE, '')
    .replace(/(?:记者|記者|通讯员|摄影报道|报道|報導|摄|攝)$/u, '')
    .replace(/^[\s:：/／|｜·•,，、;；—–@-]+|[\s:：/／|｜·•,，、;；—–(（【[-]+$/gu, '')
    .replace(/^[(（【[](.*)[)）】\]]$/u, '$1')
    .trim()
    // Names of two characters are often set as wide as those of three.
    .replace(/^(\p{Script=Han})\s+(\p{Script=Han})$/u, '$1$2')

const unique = (names: readonly string[]): string[] => [...new Set(names.filter(name => name !== ''))]

/** White space separates names where each part is one; `South China Post` is one name. */
const splitSpaced = (text: string): string[] => {
  const parts = text.split(/\s+/u)
  return parts.length > 1 && parts.every(part => CJK_NAME.test(part)) ? parts : [text]
}

/** Outlets of a source line, in its order: `央视新闻、商务部网站` are two. */
export const outletNames = (text: string): string[] =>
  unique(
    text
      .split(/[、,，;；|｜/／]/u)
      .map(tidyOutlet)
      .flatMap(splitSpaced),
  )

const tidyOutlet = (name: string): string =>
  name
    .replace(/^[\s:：·•《【[(（“"—–-]+|[\s:：·•》】\])）”"—–-]+$/gu, '')
    .replace(/[（(].*$/u, '')
    .trim()

/** 和 and 与 separate only where both sides are plainly names: they also occur in names. */
const splitAnd = (text: string): string[] => {
  const parts = text.split(/\s?[和与與及]\s?/u)
  return parts.length === 2 && parts.every(part => SHORT_CJK_NAME.test(part)) ? parts : [text]
}

/** People of a byline or credit, in its order, without their roles. */
export function personNames(text: string): string[] {
  const parts = text
    .replace(/\S+@\S+/gu, ' ')
    .replace(/\s(?:in|at|for)\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}/gu, '')
    .split(/[、,，;；|｜/／•]|\s[–—-]\s|\s(?:and|und|et|y|e|en|og|och|&)\s/iu)
    .map(tidy)
    .flatMap(splitSpaced)
    .flatMap(splitAnd)
    .map(tidy)
  const [first = '', ...others] = parts
  return unique([first, ...others.filter(part => !ROLE_AFTER.test(part))]).filter(isNameLike)
}

/** Whether words name an occupation or an outlet rather than a person. */
export const hasRole = (text: string): boolean => ROLE_AFTER.test(text)

/** Short, not a sentence, not a number. */
export const isNameLike = (text: string): boolean =>
  text.length <= 60 &&
  /\p{L}/u.test(text) &&
  !/[。！？!?<>{}]|https?:/u.test(text) &&
  text.split(' ').length <= 6
