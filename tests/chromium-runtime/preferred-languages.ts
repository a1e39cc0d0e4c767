/** A POSIX locale such as `zh_CN.UTF-8` as BCP 47; undefined for `C` and `POSIX`. */
function toBcp47(locale: string): string | undefined {
  const plain = locale.replace(/[.@].*$/, '').replaceAll('_', '-')
  if (plain === '' || plain === 'C' || plain === 'POSIX') return undefined
  try {
    return Intl.getCanonicalLocales(plain)[0]
  } catch {
    return undefined
  }
}

/** The user's languages, BCP 47, first choice first: from the environment, else from the system as Node knows it. */
export function preferredLanguages(env: NodeJS.ProcessEnv): string[] {
  const listed = (env['LANGUAGE'] ?? '').split(':')
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    value => value !== undefined && value !== '',
  )
  const found = [...listed, set ?? ''].map(toBcp47).filter(language => language !== undefined)
  return found.length > 0 ? [...new Set(found)] : [new Intl.DateTimeFormat().resolvedOptions().locale]
}
