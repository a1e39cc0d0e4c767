/** A caption and the credit at its end; either may be missing, and the credit has its words and the name in them. */
export interface PictureCredit {
  readonly caption: string | null
  readonly creditText: string
  readonly credit: string
}

/** Captions are short; a longer line that ends with a credit is text with a credit. */
const LONGEST = 420

const LABEL = String.raw`(?:图源|圖源|(?:图片|圖片|配图|题图|照片|相片|資料圖片|资料图片|視頻截圖|视频截图)\s?(?:来源|來源|提供)?|(?:新华社|中新社|本报|本報|资料)?(?:图|圖)|(?:摄影|攝影)(?:记者|記者)?|供图|供圖|翻攝自|取自|photo(?:graph)?(?:s| by| credit| courtesy(?: of)?)?|(?:picture|image)(?:s| by| credit| courtesy(?: of)?)?|credits?|file photo|courtesy(?: of)?|fotos?|crédit(?: photo)?|bild(?:rechte|quelle)?|imagen|imagem|immagine|kuva|фото|사진(?:\s?출처|\s?제공)?|写真(?:提供)?)`
/** `图源:商务部网站`, `（圖／王小明）`, `Photo: Ann Lee / Example Wire`, at the end of a line or the whole of it. */
const LABELLED = new RegExp(
  String.raw`(?<text>[（(【\[]?\s?${LABEL}\s?[:：/／|｜=＝]\s?(?<name>[^:：。！？!?]{1,60}?)\s?[)）】\]]?\.?)$`,
  'iu',
)
/** `新华社记者 张三 摄`, `（陳小明攝）`, `受访者供图`. */
const MADE_BY =
  /(?<text>[（(【[]?\s?(?:(?:[\p{Script=Han}]{2,8}(?:记者|記者)|记者|記者|圖片由|图片由|图为|由)\s?)?(?<name>[\p{L}·/／ .]{2,30}?)\s?(?:摄影|攝影|摄|攝|供图|供圖|提供|制图|製圖|绘|繪)\s?[)）】\]]?。?)$/u
/** `(AP Photo/Ann Lee)`, `(Ann Lee/Example Wire)`, `Ann Lee/Example Wire via Agency`. */
const AGENCY =
  /(?<text>\((?<name>(?:[A-Z]{2,5} )?Photo\/[\p{L} .'-]{3,50}|[\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){0,3}\s?\/\s?[\p{Lu}][\p{L} .&'’-]{1,50})\))\.?$/u
const AGENCY_BARE =
  /(?<text>(?:[|｜]\s)?(?<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}\s?(?:\/|／|\s\|\s|\svia\s)\s?\p{Lu}[\p{L} .&'’/-]{1,50}))$/u
const COURTESY =
  /(?<text>(?:photo|photograph|picture|image)s?(?: credit| courtesy)?,? (?:by|of|from) (?<name>\p{Lu}[\p{L} .&'’/,-]{2,50}))\)?\.?$/iu

const tidy = (name: string): string =>
  name
    .replace(/^(?:记者|記者|新华社记者|photo\/)\s?/iu, '')
    .replace(/^[\s/／:：]+|[\s/／:：)）\]】.]+$/gu, '')
    .trim()

/** The parts of a line that is a caption with a credit, or a credit alone; undefined for any other line. */
export function pictureCreditIn(text: string): PictureCredit | undefined {
  if (text.length > LONGEST) return undefined
  for (const pattern of [LABELLED, MADE_BY, AGENCY, COURTESY, AGENCY_BARE]) {
    const match = pattern.exec(text)
    const credit = tidy(match?.groups?.['name'] ?? '')
    const creditText = match?.groups?.['text'] ?? ''
    if (match === null || credit === '') continue
    const caption = text.slice(0, match.index).trim()
    if (pattern === AGENCY_BARE && caption !== '' && !/[.!?"”’)]$/.test(caption)) continue
    if (
      pattern === MADE_BY &&
      caption !== '' &&
      !/[。！？，,、）)”\s]$/u.test(text.slice(0, match.index)) &&
      !/^[（(【[]/u.test(creditText)
    )
      continue
    if (
      pattern === LABELLED &&
      caption !== '' &&
      !/[\s。.！？!?）)”"|｜，,、；;]$/u.test(text.slice(0, match.index)) &&
      !/^\p{Lu}\p{Ll}/u.test(creditText) &&
      !/^[（(【[]/u.test(creditText)
    )
      continue
    return { caption: caption === '' ? null : caption, creditText, credit }
  }
  return undefined
}
