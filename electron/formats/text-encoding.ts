import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { analyse } from 'chardet'

/** Characters that most Chinese text is made of, in both scripts: bytes read in a wrong encoding give rare ones. */
const COMMON = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教原东声提立及比员解水名真论处义各入口认条平系气题活更别打女变四总何电数安少报才结反受目太量再建务做接必场件计管期市直德资命山金指许统区保至队形社空决治展马科司五基书非则听白界达光放强即难且权思王完设式色路记南品住告类求据程北边张该交规万取格望术领共确传师观清今切院让识带导争运這個們來為國說時會對發後過還進開現動經麼學當沒樣實軍無與長機業將兩間問點關戰頭體見話產應給門東聲員論處義條題變總電數報結務場計資許統區隊決馬聽強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運氣',
)

const EAST_ASIAN = ['gb18030', 'big5', 'euc-kr', 'euc-jp', 'shift_jis'] as const
const SAMPLE = 256 * 1024
/** Control characters that text does not have. */
const CONTROLS = /[^\P{Cc}\s\u007f-\u009f]/u
/** Those of the upper half show that bytes were read in a wrong encoding, where it is one of single bytes. */
const UPPER_CONTROLS = /[\u0080-\u0084\u0086-\u009f]/u
/** What ISO-2022-JP changes its character sets by. */
const ESCAPES = ['\u001b$@', '\u001b$B', '\u001b(I', '\u001b(J']

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const isWrong = CONTROLS.test(text) || (!encoding.startsWith('utf-') && UPPER_CONTROLS.test(text))
    return isWrong ? undefined : text
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: line breaks, blanks and digits have a zero byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1) return undefined
  const zeros: [number, number] = [0, 0]
  for (const [at, byte] of bytes.subarray(0, 8192).entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  if (even + odd === 0 || (even > 0 && odd > 0 && Math.min(even, odd) * 20 > Math.max(even, odd)))
    return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** What editors note in a text's first or last lines: `-*- coding: gbk -*-`, `vim: set fileencoding=gbk`. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const ends = `${latin(bytes.subarray(0, 512))}\n${latin(bytes.subarray(-512))}`
  const label = /(?:-\*-.{0,60}coding:\s*|vim?:.{0,60}(?:fileencoding|fenc)=)(?<label>[\w.-]{2,24})/u.exec(
    ends,
  )?.groups
  return label?.['label'] === undefined ? undefined : (normalizeEncoding(label['label']) ?? undefined)
}

/** How much a text looks like one of its encoding's languages, from 0 to 1; undefined where nothing is East Asian. */
function plausibility(text: string): number | undefined {
  let common = 0
  let foreign = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) continue
    foreign += 1
    const isKana = code >= 0x3041 && code <= 0x30fe
    const isHangul = code >= 0xac00 && code <= 0xd7a3
    const isMark =
      (code >= 0x3000 && code <= 0x3011) ||
      (code >= 0xff01 && code <= 0xff1f) ||
      code === 0x201c ||
      code === 0x201d
    if (isKana || isHangul || isMark || COMMON.has(character)) common += 1
    else if ((code >= 0xff61 && code <= 0xff9f) || (code >= 0xe000 && code <= 0xf8ff)) common -= 1
  }
  return foreign < 2 ? undefined : common / foreign
}

const ENOUGH = 0.25

/** The most plausible of the encodings of two bytes a character that hold every byte. */
function eastAsian(bytes: Uint8Array, sample: Uint8Array): string | undefined {
  const held = EAST_ASIAN.flatMap(encoding => {
    const score = plausibility(new TextDecoder(encoding).decode(sample)) ?? 0
    return score >= ENOUGH ? [{ encoding, score }] : []
  }).toSorted((a, b) => b.score - a.score)
  for (const { encoding } of held) {
    const text = strictly(bytes, encoding)
    if (text !== undefined) return text
  }
  return undefined
}

function detected(bytes: Uint8Array, sample: Uint8Array): string | undefined {
  for (const { name } of analyse(sample)) {
    const encoding = normalizeEncoding(name)
    const text = encoding === null || encoding.startsWith('utf-') ? undefined : strictly(bytes, encoding)
    if (text !== undefined) return text
  }
  return undefined
}

/**
 * The words of a text file: by its byte-order mark, what an editor noted in it, or the first of UTF-8, UTF-16 and
 * ISO-2022-JP that holds every byte; else by which of the encodings of Chinese, Japanese and Korean gives common
 * characters, else by the frequencies of letters. Undefined for bytes that are no text in any.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const mark = getBOMEncoding(bytes)
  if (mark !== null) return strictly(bytes, mark)
  const declared = declaredIn(bytes)
  const noted = declared === undefined ? undefined : strictly(bytes, declared)
  if (noted !== undefined) return noted
  const wide = unmarkedUtf16(bytes)
  if (wide !== undefined) return strictly(bytes, wide)
  const start = latin(bytes.subarray(0, SAMPLE))
  if (ESCAPES.some(change => start.includes(change))) {
    const japanese = strictly(bytes, 'iso-2022-jp')
    if (japanese !== undefined) return japanese
  }
  const sample = bytes.subarray(0, SAMPLE)
  return (
    strictly(bytes, 'utf-8') ??
    eastAsian(bytes, sample) ??
    detected(bytes, sample) ??
    strictly(bytes, 'windows-1252') ??
    strictly(bytes, 'gb18030')
  )
}
