const HAN = /^\p{Script=Han}+$/u

/**
 * A name as its bearer writes it, from family and given name: `Reed, Ann` is Ann Reed, `林, 晓` is 林晓. A name in one part
 * stays as it is.
 */
export function personName(family: string | undefined, given: string | undefined): string | undefined {
  const [last, first] = [(family ?? '').trim(), (given ?? '').trim()]
  if (last === '' || first === '') return last + first === '' ? undefined : last + first
  return HAN.test(last) && HAN.test(first) ? `${last}${first}` : `${first} ${last}`
}

/** The same from `family, given`, as bibliographies invert it. */
export function invertedName(name: string): string | undefined {
  const [family, ...given] = name.split(',')
  return personName(family, given.join(','))
}
