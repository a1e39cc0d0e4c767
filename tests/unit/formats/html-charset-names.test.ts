import { TextDecoder } from '@exodus/bytes/encoding.js'
import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js'
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js'
import { describe, expect, it } from 'vitest'
import { decodeHtml } from '../../../electron/formats/html-charset.ts'

const TH =
  'กรมเจ้าท่าประกาศเมื่อวานนี้ว่าเรือข้ามฟากจะให้บริการทุกวันตลอดฤดูหนาวเป็นครั้งแรกในรอบสามสิบแปดปี ชาวเกาะร่วมกันบริจาคเงินเพื่อให้เรือเดินต่อไปได้'
const LT =
  'Uosto valdyba vakar pranešė, kad keltas šią žiemą plauks kiekvieną dieną. Salos gyventojai surinko lėšų, kad laivas galėtų plaukti ir toliau, o žmonėms nereikėtų laukti pavasario.'
const VI =
  'Ban quan ly cang hom qua thông báo răng phà sẽ chay môi ngày trong mùa đông này, lân đâu tiên sau ba mươi tám năm.'
const IS =
  'Hafnarstjórnin sagði í gær að ferjan sigldi daglega í vetur í fyrsta sinn í þrjátíu og átta ár. Íbúar eyjarinnar söfnuðu fé svo að skipið gæti gengið áfram.'
const MT =
  'L-awtorità tal-port ħabbret ilbieraħ li l-vapur se jbaħħar kuljum din ix-xitwa. In-nies tal-gżira ġabru l-flus biex il-vapur ikun jista’ jkompli jaħdem.'
const CY =
  'Cyhoeddodd bwrdd yr harbwr ddoe y bydd y fferi’n hwylio bob dydd y gaeaf hwn. Codwyd arian gan bobl yr ynys, a bydd y dŵr yn dawel erbyn y tŷ gŵyl.'
const RO =
  'Administrația portului a anunțat ieri că feribotul va circula în fiecare zi în această iarnă. Locuitorii insulei au strâns bani pentru ca vasul să meargă în continuare, și țin la el.'
const EE =
  'Sadama juhatus teatas eile, et praam sõidab sel talvel iga päev. Saare elanikud kogusid raha, et laev saaks jätkata, ning keegi ei peaks enam kevadet ootama. Žürii tänas šefi.'
const FR =
  'La mairie a annoncé hier que le bac naviguerait tous les jours cet hiver. Les élèves de l’île n’attendront plus ; le cœur du village y gagnera, même très tôt, pour 3 €.'
const HE =
  'הנהלת הנמל הודיעה אתמול כי המעבורת תפליג בכל יום בחורף הזה, לראשונה מזה שלושים ושמונה שנים. תושבי האי אספו כסף כדי שהספינה תמשיך להפליג.'

/** The names of the Encoding Standard that html-charset.test.ts does not go through, each with a text that it can hold. */
const NAMES: ReadonlyArray<readonly [name: string, text: string]> = [
  ['windows-874', TH],
  ['windows-1257', LT],
  ['windows-1258', VI],
  ['iso-8859-3', MT],
  ['iso-8859-4', LT],
  ['iso-8859-8-i', HE],
  ['iso-8859-10', IS],
  ['iso-8859-13', EE],
  ['iso-8859-14', CY],
  ['iso-8859-15', FR],
  ['iso-8859-16', RO],
]
const typographic: Readonly<Record<string, string>> = { '’': "'", œ: 'oe', '€': 'EUR' }
/** Encodings of the eighties have no curly quotes. */
const encodable = (name: string, text: string): string => {
  const encode = createSinglebyteEncoder(name)
  return [...text]
    .map(each => {
      try {
        encode(each)
        return each
      } catch {
        return typographic[each] ?? ''
      }
    })
    .join('')
}
const ascii = new TextEncoder()
const page = (words: Uint8Array, head: string): Uint8Array =>
  Buffer.concat([
    ascii.encode(`<html><head>${head}</head><body><p>`),
    words,
    ascii.encode('</p></body></html>'),
  ])

/** The encodings of one byte a character that the Encoding Standard names, all of them. */
const SINGLE_BYTE = [
  'ibm866',
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map(part => `iso-8859-${part}`),
  'iso-8859-8-i',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'windows-874',
  ...Array.from({ length: 9 }, (_, at) => `windows-${1250 + at}`),
  'x-mac-cyrillic',
]
/** Control characters and private ones are in no text. */
const NO_TEXT = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/u
const TOGETHER = 30

describe('the names of the Encoding Standard', () => {
  it.each(SINGLE_BYTE)('%s has each of its characters, declared by the page or by what brought it', name => {
    const decoder = new TextDecoder(name)
    const upper = Array.from({ length: 128 }, (_, at) => decoder.decode(Uint8Array.of(128 + at)))
    const characters = upper.filter(each => !NO_TEXT.test(each))
    expect(characters.length).toBeGreaterThan(50)
    for (let at = 0; at < characters.length; at += TOGETHER) {
      const words = characters.slice(at, at + TOGETHER).join(' ')
      const bytes = createSinglebyteEncoder(name)(words)
      expect(decodeHtml(page(bytes, `<meta charset="${name}">`)).text).toContain(words)
      expect(decodeHtml(page(bytes, ''), name).text).toContain(words)
    }
  })

  it.each(NAMES)('%s is read as declared', (name, text) => {
    const held = encodable(name, text)
    expect(held.length).toBeGreaterThan(text.length * 0.9)
    expect(decodeHtml(page(createSinglebyteEncoder(name)(held), `<meta charset=${name}>`)).text).toContain(
      held,
    )
  })

  /** Of the others more than one holds the bytes, and none of the two is written where the other is not. */
  const TOLD = new Set(['windows-874', 'windows-1257', 'windows-1258', 'iso-8859-8-i', 'iso-8859-13'])
  it.each(NAMES.filter(([name]) => TOLD.has(name)))('%s is told by its bytes', (name, text) => {
    const held = encodable(name, text)
    expect(decodeHtml(page(createSinglebyteEncoder(name)(held), '')).text).toContain(held)
  })

  it.each(NAMES.filter(([name]) => !TOLD.has(name)))('%s undeclared keeps its ASCII', (name, text) => {
    const { text: read } = decodeHtml(page(createSinglebyteEncoder(name)(encodable(name, text)), ''))
    for (const word of text.split(' ').filter(each => /^[a-z]{4,}$/u.test(each))) expect(read).toContain(word)
  })

  it('iso-2022-jp is told by its escapes', () => {
    const words = '市の交通局は昨日、川にかかる橋の修理工事を来月はじめに開始すると発表しました。'
    expect(decodeHtml(page(createMultibyteEncoder('iso-2022-jp')(words), '')).text).toContain(words)
  })

  it.each(['replacement', 'iso-2022-kr', 'hz-gb-2312', 'x-user-defined', 'utf-16', 'utf-16be'])(
    '%s, which a page cannot be declared in, is passed over',
    name => {
      expect(decodeHtml(page(ascii.encode('商务部 said'), `<meta charset="${name}">`)).text).toContain(
        '商务部 said',
      )
    },
  )
})
