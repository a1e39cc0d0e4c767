const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as markup, between tags or in a quoted attribute. */
export const escaped = (words: string): string =>
  words.replace(/[&<>"]/gu, character => ENTITIES[character] ?? '')

/** Words without the control characters that no markup may hold. */
export const printable = (words: string): string => words.replace(/[^\P{Cc}\t\n]/gu, '')
