type Name = string | false | null | undefined

/** Binds a CSS module: `css('row', isOn && 'on')` is the class attribute of the names that apply. */
export const classNames =
  (sheet: Readonly<Record<string, string>>) =>
  (...names: readonly Name[]): string =>
    names.flatMap(name => (name ? [sheet[name] ?? name] : [])).join(' ')
