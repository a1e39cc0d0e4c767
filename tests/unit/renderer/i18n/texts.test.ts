import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { IMPORT_OUTCOMES, importReasonSchema } from '../../../../electron/core/model/import-ledger.ts'
import { changeLabelSchema } from '../../../../electron/core/model/library-change.ts'
import { failureCodeSchema } from '../../../../electron/ipc/contract.ts'
import { COMMAND_GROUPS, commandIds } from '../../../../renderer/commands/table.ts'
import { en } from '../../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../../renderer/i18n/zh-hans/index.ts'

type Texts = { readonly [key: string]: string | Texts }

const flatten = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as [string, string]] : flatten(text, `${prefix}${key}.`),
  )

const chinese = new Map(flatten(zhHans))
const english = new Map(flatten(en))

describe('the two languages', () => {
  it('have the same keys, but for the singular that Chinese does not have', () => {
    const missing = [...chinese.keys()].filter(key => !english.has(key))
    const surplus = [...english.keys()].filter(
      key => !chinese.has(key) && !chinese.has(key.replace(/_one$/, '_other')),
    )
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] })
  })

  it('give every counted text a singular in English', () => {
    const counted = [...chinese.keys()].filter(key => key.endsWith('_other'))
    expect(counted.filter(key => !english.has(key.replace(/_other$/, '_one')))).toEqual([])
  })
})

describe('every member of a closed list has its words', () => {
  it.each(failureCodeSchema.options)('failure %s says what happened and that nothing was lost', code => {
    for (const texts of [chinese, english]) {
      expect(texts.get(`failure.${code}.what`)).toMatch(/\S/)
      expect(texts.get(`failure.${code}.kept`)).toMatch(/\S/)
      expect(texts.has(`failure.${code}.todo`)).toBe(true)
    }
  })

  it.each(changeLabelSchema.shape.kind.options)('change %s', kind => {
    expect(chinese.get(`change.${kind}_other`)).toMatch(/\S/)
    expect(english.get(`change.${kind}_one`)).toMatch(/\S/)
  })

  it.each(importReasonSchema.options)(
    'reason %s says what happened, that nothing was lost and what to do',
    reason => {
      for (const texts of [chinese, english]) {
        expect(texts.get(`importing.reason.${reason}.what`)).toMatch(/\S/)
        expect(texts.get(`importing.reason.${reason}.kept`)).toMatch(/\S/)
        expect(texts.get(`importing.reason.${reason}.todo`)).toMatch(/\S/)
      }
    },
  )

  it.each(IMPORT_OUTCOMES)('outcome %s', outcome => {
    for (const place of ['outcome', 'meaning', 'wouldMean'])
      expect(english.get(`importing.${place}.${outcome}`)).toMatch(/\S/)
  })

  it('commands and their groups', () => {
    for (const id of commandIds) expect(english.get(`commands.names.${id}`)).toMatch(/\S/)
    for (const group of COMMAND_GROUPS) expect(chinese.get(`commands.groups.${group}`)).toMatch(/\S/)
  })
})

describe('counting', () => {
  it('takes the plural of the language', async () => {
    const i18n = i18next.createInstance()
    await i18n.init({
      lng: 'en',
      resources: { en: { translation: en }, 'zh-Hans': { translation: zhHans } },
      interpolation: { escapeValue: false },
    })
    expect(i18n.t('change.trash', { count: 1 })).toBe('Moved 1 clipping to the trash')
    expect(i18n.t('change.trash', { count: 5000 })).toBe('Moved 5,000 clippings to the trash')
    await i18n.changeLanguage('zh-Hans')
    expect(i18n.t('change.trash', { count: 1 })).toBe('已将 1 篇移到回收站')
  })
})
