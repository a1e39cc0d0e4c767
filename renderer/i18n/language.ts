export type Language = 'zh-Hans' | 'en'

/**
 * The first of the system's languages that the app speaks; English where it speaks none of them. Traditional
 * Chinese readers get Chinese.
 */
export function pickLanguage(systemLanguages: readonly string[]): Language {
  for (const tag of systemLanguages) {
    if (/^zh\b/i.test(tag)) return 'zh-Hans'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'en'
}
