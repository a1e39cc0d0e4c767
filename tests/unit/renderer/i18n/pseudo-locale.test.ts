import { expect, test } from 'vitest'
import { accented, isPseudoLocale } from '../../../../renderer/i18n/pseudo-locale.ts'

test('words in the pseudo-locale are longer, have accents and say where they end', () => {
  expect(accented('Tag')).toBe('⟦Ţàĝ ~~~⟧')
  expect(accented('Move 3 clippings to the trash?')).toBe('⟦Mövé 3 çĺîppîñĝš ţö ţĥé ţŕàšĥ? ~~~ ~~~ ~~~⟧')
})

test('only a system that asks for the pseudo-locale first gets it', () => {
  expect(isPseudoLocale(['en-XA', 'en'])).toBe(true)
  expect(isPseudoLocale(['en', 'en-XA'])).toBe(false)
  expect(isPseudoLocale([])).toBe(false)
})
