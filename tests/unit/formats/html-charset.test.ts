import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js'
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js'
import { describe, expect, test } from 'vitest'
import { decodeHtml } from '../../../electron/formats/html-charset.ts'

const ZH =
  '市交通局昨日表示，跨河大桥的维修工程将于下月初开始，预计持续六个星期。届时桥上只保留一条车道，公共汽车将改走北岸。附近的居民说，他们担心上班时间的交通会更加拥挤，希望政府能够增加轮渡的班次。'
const ZH_HANT =
  '市交通局昨日表示，跨河大橋的維修工程將於下月初開始，預計持續六個星期。屆時橋上只保留一條車道，公共汽車將改走北岸。附近的居民說，他們擔心上班時間的交通會更加擁擠，希望政府能夠增加渡輪的班次。'
const JA =
  '市の交通局は昨日、川にかかる橋の修理工事を来月はじめに開始すると発表しました。工事は六週間続く見込みで、その間、橋の上は一車線だけになります。近くに住む人たちは、朝の渋滞がひどくなるのではないかと心配しています。'
const KO =
  '시 교통국은 어제 강을 건너는 다리의 보수 공사를 다음 달 초에 시작한다고 밝혔다. 공사는 육 주 동안 계속될 예정이며 그동안 다리에는 한 차선만 남는다. 근처에 사는 주민들은 출근 시간의 교통이 더 혼잡해질 것을 걱정하고 있다.'
const RU =
  'Городское управление транспорта сообщило вчера, что ремонт моста через реку начнётся в начале следующего месяца и продлится шесть недель. Жители соседних домов опасаются, что утром дорога станет ещё медленнее.'
const EL =
  'Η υπηρεσία μεταφορών της πόλης ανακοίνωσε χθες ότι η επισκευή της γέφυρας θα αρχίσει στις αρχές του επόμενου μήνα και θα διαρκέσει έξι εβδομάδες. Οι κάτοικοι της περιοχής ανησυχούν για την κίνηση.'
const HE =
  'עיריית העיר הודיעה אתמול כי עבודות התיקון של הגשר יתחילו בתחילת החודש הבא ויימשכו שישה שבועות. תושבי האזור חוששים שהתנועה בבוקר תהיה איטית עוד יותר, ומבקשים להוסיף קווי אוטובוס.'
const AR =
  'أعلنت بلدية المدينة أمس أن أعمال إصلاح الجسر ستبدأ في مطلع الشهر المقبل وتستمر ستة أسابيع. ويخشى سكان المنطقة أن تصبح حركة السير في الصباح أبطأ مما هي عليه الآن.'
const CS =
  'Městský úřad včera oznámil, že oprava mostu přes řeku začne příští měsíc a potrvá šest týdnů. Obyvatelé se obávají, že ranní provoz bude ještě pomalejší než dříve, a žádají více autobusů.'
const FR =
  'La mairie a annoncé hier que les travaux sur le pont dureraient six semaines. Les élèves arriveront à l’école par le côté nord, où l’arrêt a été déplacé ; la sécurité y sera assurée, même très tôt.'

const MULTI: ReadonlyArray<readonly [string, string]> = [
  ['gbk', ZH],
  ['gb18030', ZH],
  ['big5', ZH_HANT],
  ['shift_jis', JA],
  ['euc-jp', JA],
  ['iso-2022-jp', JA],
  ['euc-kr', KO],
]
const SINGLE: ReadonlyArray<readonly [string, string]> = [
  ['windows-1251', RU],
  ['koi8-r', RU],
  ['koi8-u', RU],
  ['iso-8859-5', RU],
  ['ibm866', RU],
  ['x-mac-cyrillic', RU],
  ['windows-1253', EL],
  ['iso-8859-7', EL],
  ['windows-1255', HE],
  ['iso-8859-8', HE],
  ['windows-1256', AR],
  ['iso-8859-6', AR],
  ['windows-1250', CS],
  ['iso-8859-2', CS],
  ['windows-1252', FR],
  ['windows-1254', FR],
  ['macintosh', FR],
]

const ascii = new TextEncoder()

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const page = (words: Uint8Array, head: string): Uint8Array =>
  joined(ascii.encode(`<html><head>${head}</head><body><p>`), words, ascii.encode('</p></body></html>'))

const ENCODED: ReadonlyArray<readonly [string, string, Uint8Array]> = [
  ...MULTI.map(([name, text]) => [name, text, createMultibyteEncoder(name)(text)] as const),
  ...SINGLE.map(([name, text]) => [name, text, createSinglebyteEncoder(name)(text)] as const),
]

const FREE: ReadonlySet<string> = new Set([
  'gbk',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1251',
  'koi8-r',
  'windows-1252',
])

describe('the encoding of a page', () => {
  test.each(ENCODED)('%s is read as declared', (name, text, words) => {
    for (const head of [
      `<meta charset="${name}">`,
      `<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=${name.toUpperCase()}'>`,
    ])
      expect(decodeHtml(page(words, head)).text).toContain(text)
  })

  test.each(ENCODED)('%s is read as the transport states it', (name, text, words) => {
    expect(decodeHtml(page(words, ''), name)).toMatchObject({ origin: 'header' })
    expect(decodeHtml(page(words, ''), name).text).toContain(text)
  })

  test.each(ENCODED.filter(([name]) => FREE.has(name)))('%s is told by its bytes', (_name, text, words) => {
    expect(decodeHtml(page(words, '')).text).toContain(text)
  })

  test.each([ZH, ZH_HANT, JA, KO, RU, AR, FR])('UTF-8 is told by its bytes, whatever is declared', text => {
    for (const wrong of [
      '',
      '<meta charset="gb2312">',
      '<meta charset="iso-8859-1">',
      '<meta charset="big5">',
    ])
      expect(decodeHtml(page(ascii.encode(text), wrong)).text).toContain(text)
  })

  test.each([
    ['gbk', ZH, 'utf-8'],
    ['gbk', ZH, 'iso-8859-1'],
    ['big5', ZH_HANT, 'utf-8'],
    ['shift_jis', JA, 'utf-8'],
    ['euc-kr', KO, 'utf-8'],
    ['windows-1251', RU, 'utf-8'],
  ])('%s wins over a declaration that its bytes contradict', (name, text, declared) => {
    const words = ENCODED.find(([each]) => each === name)?.[2] ?? new Uint8Array()
    expect(decodeHtml(page(words, `<meta charset="${declared}">`)).text).toContain(text)
  })

  test.each([true, false])('UTF-16 is read with a mark and without, little end first: %s', isLittle => {
    const html = `<html><body><p>${ZH}</p></body></html>`
    for (const mark of ['\ufeff', '']) {
      const text = mark + html
      const bytes = new Uint8Array(text.length * 2)
      const view = new DataView(bytes.buffer)
      for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
      expect(decodeHtml(bytes).text).toBe(html)
    }
  })

  test('a byte-order mark wins over every declaration', () => {
    const bytes = joined(Uint8Array.of(0xef, 0xbb, 0xbf), page(ascii.encode(ZH), '<meta charset="gbk">'))
    expect(decodeHtml(bytes, 'big5')).toMatchObject({ encoding: 'utf-8', origin: 'byte-order-mark' })
  })

  test('a declaration inside a comment is none', () => {
    const bytes = page(ascii.encode(FR), '<!-- <meta charset="windows-1251"> -->')
    expect(decodeHtml(bytes)).toMatchObject({ encoding: 'utf-8' })
  })

  test('labels that mean nothing are passed over', () => {
    expect(decodeHtml(page(ascii.encode('plain words'), '<meta charset="no-such-thing">')).text).toContain(
      'plain words',
    )
  })
})
