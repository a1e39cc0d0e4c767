import { oneOf } from './one-of.ts'

const RELATED_HEADING_WORDS: readonly string[] = [
  '(?:更多)?(?:相关|相關)(?:内容|內容|阅读|閱讀|新闻|新聞|报道|報道|報導|文章|推荐|推薦|链接|鏈接|連結|资讯|資訊|专题|專題|视频|影片)',
  '(?:延伸|扩展|擴展|拓展)(?:阅读|閱讀)',
  '(?:为您|为你|為您|為你|猜你|编辑|編輯|小编|精彩|今日|每日|精选|精選|文章|内容|內容|视频)?(?:推荐|推薦|喜欢|喜歡)(?:阅读|閱讀|新闻|新聞|文章|内容)?',
  '大家都在(?:看|搜)',
  '(?:看过|看了)(?:本文|该文|该新闻).{0,8}(?:还看|看了)',
  '你可能(?:还|也)?(?:喜欢|感兴趣|会喜欢|會喜歡|喜歡).{0,4}',
  '您可能(?:还|也)?.{0,8}',
  '往期(?:推荐|推薦|精选|精選|回顾|回顧|内容|文章)',
  '喜欢此内容的人还喜欢',
  '(?:大家|网友|看了).{0,6}还(?:喜欢|看)',
  '上一篇',
  '下一篇',
  '更多(?:新闻|新聞|文章|内容|內容|精彩|资讯|報導|报道)(?:内容|>>|»)*',
  `(?:more|latest|top|recent|related|recommended|further|other|editor'?s'?|editors’?)(?: (?:on|in|from|for) .{1,40}| (?:stories|story|news|articles?|posts?|reading|content|coverage|topics?|links?|videos?|headlines|picks?|reads?|this|you|picked for you))*`,
  'you (?:may|might) (?:also )?(?:like|be interested in|have missed).{0,20}',
  'read (?:more|next|also)',
  '(?:up )?next',
  'what to read next',
  'more (?:like this|from .{1,40}|to read)',
  `don'?t miss`,
  'from (?:the|around) (?:web|.{1,20})',
  'recommended(?: for you)?',
  '(?:promoted|sponsored)(?: (?:content|stories|links|by .{1,30}))?',
  'paid content',
  'around the web',
  'related',
  'see also',
  'also read',
  'in case you missed it',
  `today'?s top .{1,20}`,
  'explore more',
  'keep reading',
  'suggested (?:for you|stories|reading)',
  'lesen sie (?:auch|mehr).{0,30}',
  'mehr zum thema.{0,40}',
  'das könnte (?:sie|dich|euch)(?: auch)? interessieren',
  '(?:auch interessant|passend zum thema|lesen sie jetzt|mehr lesen)',
  'weitere (?:artikel|beiträge|meldungen|nachrichten|themen|videos)',
  '(?:à )?lire (?:aussi|également)',
  'articles? (?:liés?|similaires?|associés?)',
  'sur le même (?:sujet|thème)',
  '(?:te|le) puede interesar',
  '(?:noticias|artículos) relacionad[oa]s',
  'más (?:noticias|información|en .{1,20})',
  'leggi anche',
  '(?:articoli correlati|potrebbe interessarti(?: anche)?)',
  'lees (?:ook|meer).{0,20}',
  'meer over .{1,30}',
  'læs også',
  'läs (?:också|mer)',
  'les også',
  '(?:leia|veja) (?:também|mais)',
  'zobacz także',
  'czytaj (?:też|także|więcej)',
  'související(?: články)?',
  'ilgili haberler',
  'читайте также',
  '関連(?:記事|ニュース|リンク)',
  'あわせて読みたい',
  '(?:추천|관련) ?(?:기사|뉴스)',
]

/** Headings of lists of related articles. */
export const RELATED_HEADING = new RegExp(String.raw`^${oneOf(RELATED_HEADING_WORDS)}\s*[:：>»›…]*$`, 'iu')

const HOT_HEADING_WORDS: readonly string[] = [
  '(?:今日|本周|本月|本站|全站|一周|24小时|48小时|七天|新闻|新聞|即时|即時|实时|人气|人氣)?(?:热门|熱門|热点|熱點|最热|最熱|人气|人氣)(?:资讯|資訊|新闻|新聞|文章|话题|話題|内容|推荐|推薦|阅读|閱讀|标签|專題|搜索|视频|图片|评论|排行|关键词|点击)?(?:排行(?:榜)?)?',
  '(?:新闻|阅读|点击|評論|评论|文章|图片|人气|浏览|周|月|日|24小时|48小时)?(?:新闻|评论|点击)?排行(?:榜)?',
  '(?:一周|24小时|48小时)(?:新闻)?(?:排行|热榜).{0,4}',
  '热(?:搜|榜|词|点).{0,3}',
  '點閱排行.{0,3}',
  '(?:most|top) (?:read|popular|viewed|shared|commented|watched|recent|emailed|discussed)(?: (?:stories|articles|news|posts|now|today|this week|in .{1,30}))*',
  'popular(?: (?:stories|articles|now|posts|in .{1,30}|this week|videos|topics))*',
  'trending(?: (?:now|stories|topics|news|videos|in .{1,30}|today|on .{1,20}))*',
  `what'?s (?:hot|trending|popular)`,
  `editor'?s choice`,
  'meistgelesen',
  'les plus lus',
  'lo más (?:leído|visto)',
  'i più letti',
  'meest gelezen',
  'mest (?:læst|lästa|lest)(?:e)?',
  'mais lidas',
  'najczęściej czytane',
  '(?:アクセス)?ランキング',
  '(?:가장 )?많이 본 (?:기사|뉴스)',
]

/** Headings of lists of what is read most. */
export const HOT_HEADING = new RegExp(String.raw`^${oneOf(HOT_HEADING_WORDS)}\s*[:：>»›]*$`, 'iu')

const COMMENTS_HEADING_WORDS: readonly string[] = [
  String.raw`(?:\d[\d,.]*\s?(?:条|條|个)?\s?)?(?:网友|網友|读者|讀者|最新|热门|熱門|全部|精彩|发表|發表|查看|我要|我来|用户|所有|文章|共有?\d+条)*(?:评论|評論|留言|跟贴|跟帖|说两句|点评)(?:区|區|列表)?(?:\s?[(（]?\d[\d,.]*[)）]?(?:条|條)?)?`,
  String.raw`(?:\d[\d,.]*\s)?comments?(?: ?\(?\d[\d,.]*\)?)?`,
  '(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply).{0,30}',
  'join the (?:conversation|discussion).{0,40}',
  String.raw`(?:view|show|read|see|load) (?:all |the )?(?:\d+ )?comments?.{0,20}`,
  'have your say',
  String.raw`(?:\d[\d,.]*\s)?(?:responses?|repl(?:y|ies)|thoughts?)(?: (?:to|on) .{1,80})?`,
  String.raw`(?:what do you think|your views)\??`,
  'reader comments',
  'discussion',
  'kommentare(?: .{0,20})?',
  'commentaires',
  'comentarios',
  'reacties',
]

/** Where the readers' part begins. */
export const COMMENTS_HEADING = new RegExp(String.raw`^${oneOf(COMMENTS_HEADING_WORDS)}\s*[:：>»]*$`, 'iu')

/** Headings of the tags of an article. */
export const TAGS_HEADING =
  /^(?:(?:文章|新闻|新聞|相关|相關)?(?:标签|標籤|关键词|關鍵字|关键字|话题|話題)|(?:more on this|related|explore more on these|article)?\s?(?:topics?|tags?|keywords)|filed under|in this (?:story|article))$/iu
