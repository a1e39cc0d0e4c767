/** U+2E80 to U+2EFF whose ideograph a text can have (Unicode's EquivalentUnifiedIdeograph.txt). */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂⺄乙⺒巳⺟母⺠民⺝月⺧牛⺩王⻄西⻅见⻆角⻉贝⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'.match(
      /../gu,
    ) ?? []
  ).map(pair => {
    const [radical = '', ideograph = ''] = pair
    return [radical, ideograph]
  }),
)

const DOOR = '\u2f3e'

/**
 * Text whose characters are ideographs again: typefaces draw some of them with the glyph of the radical that looks the
 * same, and programs that print by glyphs (Chromium) then write the radical, which no search finds.
 */
export function withoutRadicals(text: string, language: string): string {
  return text.replace(/[\u2e80-\u2fdf]/gu, radical => {
    // Unicode's equivalent is the form of Taiwan and Japan.
    if (radical === DOOR && language !== 'zh-Hant' && language !== 'ja') return '户'
    return SUPPLEMENT.get(radical) ?? radical.normalize('NFKC')
  })
}
