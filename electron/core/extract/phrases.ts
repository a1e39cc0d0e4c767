/**
 * What the furniture of news pages says, as patterns over a whole cleaned line. They name kinds of furniture,
 * never a page or a site.
 */

/** Headings of the lists that follow an article. `hot` lists show what is read most, the others what is related. */
const RELATED_HEADING =
  /^(?:(?:更多)?(?:相关|相關)(?:内容|內容|阅读|閱讀|新闻|新聞|报道|報道|報導|文章|推荐|推薦|链接|鏈接|連結|资讯|資訊|专题|專題|视频|影片)|(?:延伸|扩展|擴展|拓展)(?:阅读|閱讀)|(?:为您|为你|為您|為你|猜你|编辑|編輯|小编|精彩|今日|每日|精选|精選|文章|内容|內容|视频)?(?:推荐|推薦|喜欢|喜歡)(?:阅读|閱讀|新闻|新聞|文章|内容)?|大家都在(?:看|搜)|(?:看过|看了)(?:本文|该文|该新闻).{0,8}(?:还看|看了)|你可能(?:还|也)?(?:喜欢|感兴趣|会喜欢|會喜歡|喜歡).{0,4}|您可能(?:还|也)?.{0,8}|往期(?:推荐|推薦|精选|精選|回顾|回顧|内容|文章)|喜欢此内容的人还喜欢|(?:大家|网友|看了).{0,6}还(?:喜欢|看)|上一篇|下一篇|更多(?:新闻|新聞|文章|内容|內容|精彩|资讯|報導|报道)(?:内容|>>|»)*|(?:more|latest|top|recent|related|recommended|further|other|editor'?s'?|editors’?)(?: (?:on|in|from|for) .{1,40}| (?:stories|story|news|articles?|posts?|reading|content|coverage|topics?|links?|videos?|headlines|picks?|reads?|this|you|picked for you))*|you (?:may|might) (?:also )?(?:like|be interested in|have missed).{0,20}|read (?:more|next|also)|(?:up )?next|what to read next|more (?:like this|from .{1,40}|to read)|don'?t miss|from (?:the|around) (?:web|.{1,20})|recommended(?: for you)?|(?:promoted|sponsored)(?: (?:content|stories|links|by .{1,30}))?|paid content|around the web|related|see also|also read|in case you missed it|today'?s top .{1,20}|explore more|keep reading|suggested (?:for you|stories|reading)|lesen sie (?:auch|mehr).{0,30}|mehr zum thema|das könnte sie auch interessieren|lire aussi|à lire aussi|sur le même (?:sujet|thème)|te puede interesar|más (?:noticias|información|en .{1,20})|leggi anche|lees (?:ook|meer).{0,20}|meer over .{1,30}|læs også|läs (?:också|mer)|les også|leia (?:também|mais)|zobacz także|czytaj (?:też|także|więcej))\s*[:：>»›…]*$/iu
const HOT_HEADING =
  /^(?:(?:今日|本周|本月|本站|全站|一周|24小时|48小时|七天|新闻|新聞|即时|即時|实时|人气|人氣)?(?:热门|熱門|热点|熱點|最热|最熱|人气|人氣)(?:资讯|資訊|新闻|新聞|文章|话题|話題|内容|推荐|推薦|阅读|閱讀|标签|專題|搜索|视频|图片|评论|排行|关键词|点击)?(?:排行(?:榜)?)?|(?:新闻|阅读|点击|評論|评论|文章|图片|人气|浏览|周|月|日|24小时|48小时)?(?:新闻|评论|点击)?排行(?:榜)?|(?:一周|24小时|48小时)(?:新闻)?(?:排行|热榜).{0,4}|热(?:搜|榜|词|点).{0,3}|點閱排行.{0,3}|(?:most|top) (?:read|popular|viewed|shared|commented|watched|recent|emailed|discussed)(?: (?:stories|articles|news|posts|now|today|this week|in .{1,30}))*|popular(?: (?:stories|articles|now|posts|in .{1,30}|this week|videos|topics))*|trending(?: (?:now|stories|topics|news|videos|in .{1,30}|today|on .{1,20}))*|what'?s (?:hot|trending|popular)|editor'?s choice|meistgelesen|les plus lus|lo más (?:leído|visto)|i più letti|meest gelezen|mest (?:læst|lästa|lest)(?:e)?|mais lidas|najczęściej czytane)\s*[:：>»›]*$/iu

/** Where the readers' part begins. */
const COMMENTS_HEADING =
  /^(?:(?:\d[\d,.]*\s?(?:条|條|个)?\s?)?(?:网友|網友|读者|讀者|最新|热门|熱門|全部|精彩|发表|發表|查看|我要|我来|用户|所有|文章|共有?\d+条)*(?:评论|評論|留言|跟贴|跟帖|说两句|点评)(?:区|區|列表)?(?:\s?[(（]?\d[\d,.]*[)）]?(?:条|條)?)?|(?:\d[\d,.]*\s)?comments?(?: ?\(?\d[\d,.]*\)?)?|(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply).{0,30}|join the (?:conversation|discussion).{0,40}|(?:view|show|read|see|load) (?:all |the )?(?:\d+ )?comments?.{0,20}|have your say|(?:\d[\d,.]*\s)?(?:responses?|repl(?:y|ies)|thoughts?)(?: (?:to|on) .{1,80})?|(?:what do you think|your views)\??|reader comments|discussion|kommentare(?: .{0,20})?|commentaires|comentarios|reacties)\s*[:：>»]*$/iu

/** Headings of the tags of an article. */
const TAGS_HEADING =
  /^(?:(?:文章|新闻|新聞|相关|相關)?(?:标签|標籤|关键词|關鍵字|关键字|话题|話題)|(?:more on this|related|explore more on these|article)?\s?(?:topics?|tags?|keywords)|filed under|in this (?:story|article))$/iu

/** `关于我们 | 联系方式 | 广告服务`, `国际-国内-社会-台海`: the links of a menu in one line. */
const MENU =
  /^(?:[\p{Script=Han}\s]{1,8}(?:\s?[-·>›/]\s?[\p{Script=Han}A-Za-z]{1,8}){4,}|[^|｜]{1,16}(?:\s?[|｜]\s?[^|｜]{1,16}){2,})$/u

/** Small things that a page prints around and inside an article. Whole lines only. */
const FURNITURE =
  /^(?:[\d,.]+(?:\s?[kmw万萬])?\+?|[\p{P}\p{S}\s]+|[\d\s|/:：，,.·•-]+|(?:分享|分享到|分享至|转发|轉發|收藏|打印|列印|举报|舉報|纠错|糾錯|点赞|點讚|赞|讚|关注|關注|订阅|訂閱|评论|評論|跟贴|朗读|听新闻|聽新聞|字号|字體|字体|大|中|小|放大|缩小|收起|展开|展開|展开全文|阅读全文|閱讀全文|返回|返回顶部|回到顶部|回首頁|首页|首頁|登录|登入|注册|註冊|搜索|搜尋|下载|下載|客户端|手机看新闻|手机版|更多|更多>>|查看原文|查看更多|原文|原文链接|微信|微博|朋友圈|QQ|QQ空间|新浪微博|人人网|开心网|豆瓣|复制链接|複製連結|扫一扫|正文|廣告|广告|点击图片.{0,12}|点击查看.{0,12}|点击进入.{0,12}|点击观看.{0,8}|上一页|下一页|上一頁|下一頁|尾页|全文共\d+页|原创|原創|图集|圖集|字級(?:\s?[A-Z大中小])*|加载中.{0,4}|完|（完）|\(完\)|我要评论|发表评论|T\|T|【?大\s?中\s?小】?|.{0,4}[大中小]\s[大中小]\s?[大中小]?.{0,2})(?:\s?[:：(（]?\s?\d[\d.,]*[万w+]?[)）]?|[:：])?|(?:share|tweet|e-?mail|print|copy(?: (?:link|url))?|save|bookmark|like|reply|comments?|follow(?: us)?|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|pocket|instagram|youtube|bluesky|threads|sms|more|menu|close|search|home|sign (?:in|up)|log ?in|register|subscribe(?: now)?|newsletters?|advertisement|advertising|ad|sponsored|skip (?:to|ad|advert).{0,30}|listen(?: to (?:this )?article)?|play|watch|video|photos?|gallery|image|back to top|top|next|previous|prev|continue reading.{0,40}|read full (?:story|article)|show more|load more|see more|view (?:all|more|gallery)|click (?:here|to).{0,40}|tap to .{0,20}|text size|font size|a a a|loading.{0,4}|gift (?:this )?article|share (?:this|on|via|the).{0,40}|send (?:this|by|to).{0,20}|email (?:this|address|article).{0,20}|link copied.{0,20}|save (?:this|for later|article).{0,20}|caption|expand|enlarge(?: image)?|hide caption|toggle caption|image (?:source|caption)|privacy(?: policy)?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|cookies?(?: policy)?|cookie settings|contact(?: us)?|about(?: us)?|accept(?: all)?(?: cookies)?|reject all|manage (?:preferences|cookies|settings)|got it|i agree|no thanks|not now|ok|okay|dismiss|anzeige|werbung|teilen|merken|drucken|partager|imprimer|publicité|compartir|publicidad|condividi|delen|del|dela|jaa|udostępnij|reklama|\d+ (?:min(?:ute)?s?(?: read)?|comments?|shares?|views?|likes?|reads?)|[\d.,]+[km]? (?:views|shares|comments|likes|followers).{0,20}))$/iu

/** `阅读 1.2万 评论 35 分享`, `1,204 views 3 shares`: nothing but counters and buttons. */
const COUNTERS =
  /^(?:[\s|·•/，,、]*(?:(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|分享|转发|收藏|点赞|赞|讚|人气|人氣|参与|參與|围观|观看|views?|reads?|shares?|comments?|likes?|瀏覽數|点击数|浏览量|阅读量|阅读数|播放|字数|字號|字号)\s?[:：]?\s?[(（]?\s?(?:[\d.,]+\s?[万萬wkm]?\+?)?\s?[)）]?|[\d.,]+\s?[万萬wkm]?\+?\s?(?:次|人|条|條)?\s?(?:阅读|閱讀|浏览|瀏覽|点击|评论|評論|人参与|参与|分享|转发|views?|reads?|shares?|comments?|likes?|min(?:ute)?s? read|人阅读|跟贴|播放)))+[\s|·•]*$/iu

/** The names of services in a row: a share bar. */
const SHARE_BAR =
  /^(?:(?:facebook|x|twitter|linkedin|tumblr|pinterest|whatsapp|telegram|reddit|flipboard|messenger|vk|bluesky|threads|e-?mail|print|send|share(?: via e-?mail)?|copy link|微信|微博|QQ空间|QQ|朋友圈|豆瓣|line|\d+)[\s,|·]*){3,}$/iu

/** Begging, asking and legal lines, prose or not. */
const INSERT =
  /(?:^(?:sign up|subscribe|register|get (?:the|our|your|all)|join (?:our|us|the)|download|follow (?:us|our|the|@)|enter your e-?mail|like us|become a|support (?:our|us)|click here|stay (?:up|informed|connected)|be the first|never miss|want (?:more|to)|this (?:article|story|content|post) (?:was originally|first appeared|is (?:part|from|only|exclusive))|by (?:signing|clicking|submitting|providing|subscribing)|your (?:e-?mail|subscription|browser)|we(?:'ll| will)? (?:use|need|never|may|value)|thank you for (?:reading|subscribing|signing)|already a (?:subscriber|member)|please (?:enable|check|enter|sign|log|try|note that this)|you can unsubscribe|do you (?:have|know) (?:a|more)|got a (?:tip|story)|have a (?:tip|story)|contact (?:the author|us|this reporter)|send (?:us )?(?:tips|your)|email (?:us|the author)|our standards|read (?:our|the full|more about)|see our|for more (?:information|news|stories)|more:|watch:|listen:|photos?:|related:|read (?:more|also|next|on)\s?[:：]|also read\s?[:：]?|see also\s?[:：]|advertisement|story continues|article continues)\b.{0,240}$|newsletter.{0,120}$|cookies?\b.{0,200}(?:experience|accept|consent|browser|policy|settings|site|website)|(?:copyright|©|\(c\)) ?.{0,160}$|all rights reserved|may not be (?:published|reproduced|redistributed)|(?:版权|版權)(?:所有|声明|聲明|归)|未经.{0,20}(?:授权|许可|同意)|未經.{0,20}(?:授權|許可|同意)|(?:违者|違者)必究|(?:不代表|仅代表|僅代表).{0,20}(?:立场|立場|观点|觀點)|免责声明|免責聲明|(?:投资|據此操作|据此操作).{0,12}(?:风险|風險).{0,6}自(?:担|负|擔|負)|ICP[备证]|(?:扫描|扫码|长按|掃描|掃碼).{0,30}(?:二维码|关注|下载|下載|公众号|APP|QR)|(?:关注|關注|搜索).{0,20}(?:公众号|公眾號|微信号)|(?:下载|下載|打开|打開).{0,16}(?:客户端|APP|客戶端)|(?:更多精彩|更多内容).{0,30}(?:关注|请|登录|点击)|(?:点击|點擊)(?:下方|这里|此处|上方|加入|訂閱)|(?:订阅|訂閱).{0,20}(?:电子报|電子報|频道|頻道|newsletter)|本文(?:由|系|为).{0,30}(?:原创|授权|转载|发布)|(?:欢迎|歡迎).{0,16}(?:投稿|爆料|关注|分享|訂閱|加入)|举报邮箱|违法和不良信息|新闻热线|爆料)/iu

/** Consent, paywalls, players and share buttons in whole sentences, in the languages that news is pasted in. */
const NOTICE =
  /^(?:this (?:advertisement|ad|video|content|story|article) (?:has not|could not|is (?:reserved|only|not|for)|will|cannot)|(?:story|article) (?:continues|content)|we apologi[sz]e|tap here|(?:create|don'?t have|sign in (?:to|with)|log in (?:to|with)|register|open) (?:an? |this |your )?(?:account|photo|image|free)|enjoy (?:the latest|additional|unlimited)|exclusive articles|unlimited (?:online )?access|support (?:local|independent|quality) journalism|access articles|share (?:your|this|on|article)|get (?:email|unlimited|exclusive)|this (?:browser|device)|watch now|an dieser stelle (?:findest|finden|steht)|personenbezogene daten|ich bin (?:damit )?einverstanden|link (?:zum|kopieren)|(?:\d+ )?(?:wochen|monate) (?:kostenlos|gratis)|(?:deine|ihre) spende|(?:auf|per|via|über) (?:facebook|x|twitter|whatsapp|e-?mail|linkedin|telegram) (?:teilen|senden)|klicken(?: sie)?,? (?:um|hier)|(?:jetzt|hier) (?:abonnieren|anmelden|registrieren|kostenlos|testen|lesen|downloaden)|empfohlener (?:externer|redaktioneller) inhalt|externer inhalt|dieser (?:artikel|text|beitrag|inhalt) (?:wurde|ist|stammt|erschien)|bitte (?:markieren|aktivieren|beachten|melden)|(?:abonnieren|folgen) sie|(?:mit|durch) (?:klick|der nutzung)|sie (?:haben|können) (?:javascript|sich jederzeit|einen fehler)|abonnez-vous|inscrivez-vous|(?:cet article|ce contenu) est (?:réservé|offert)|s['’]abonner|suscríbete|regístrate|(?:este|esta) (?:contenido|noticia) es|iscriviti|abbonati|meld je aan|abonneer|klik hier|(?:lees|lyssna|lytt|lyt) (?:verder|meer|på))\b.{0,300}$/iu

/** A line that starts with what a list's heading says and goes on with an entry: `Read more: …`, `延伸閱讀：…`. */
const INLINE_RELATED =
  /^(?:[【[▶►●■◎※➤>»*•·\s-]{0,3})(?<list>(?:相关|相關)(?:阅读|閱讀|新闻|新聞|报道|報道|報導|链接|内容|內容)|(?:延伸|扩展|擴展|推荐|推薦)(?:阅读|閱讀)|更多(?:新聞|报道|報導|内容)|看更多|read more|read also|also read|read next|related|see also|more from|more on this|watch|listen|recommended|lesen sie auch|lire aussi|à lire aussi|leggi anche|lees ook|læs også|läs också|les også|leia também|más información)[】\]]?\s?[:：|｜▶►›»>-]\s?(?<entry>.+)$/iu

const bare = (text: string): string =>
  text.replace(/^[\s【[《「■●▶►◆※|#>»\-–—*•·]+|[\s】\]》」■●▶►◆|>»›:：\-–—*•·.…+]+$/gu, '')

export type ListKind = 'related' | 'hot'

/** The kind of list that a line is the heading of; undefined for any other line. */
export function listHeadingKind(text: string): ListKind | undefined {
  if (text.length > 60) return undefined
  const words = bare(text)
  if (HOT_HEADING.test(words)) return 'hot'
  return RELATED_HEADING.test(words) ? 'related' : undefined
}

/** Headings of what is neither text nor a list of other articles: readers' comments, tags. */
export const isOtherHeading = (text: string): boolean =>
  text.length <= 100 && (COMMENTS_HEADING.test(bare(text)) || TAGS_HEADING.test(bare(text)))

/** Buttons, counters, share bars, page numbers: a whole line of nothing else. */
export const isFurniture = (text: string): boolean =>
  text.length <= 80 &&
  (text === '' || FURNITURE.test(text) || COUNTERS.test(text) || MENU.test(text) || SHARE_BAR.test(text))

/** A request or notice that is not part of the article, at most a short paragraph long. */
export const isInsert = (text: string): boolean =>
  text.length <= 400 && (INSERT.test(text) || NOTICE.test(text))

export function inlineRelated(text: string): { list: string; entry: string } | undefined {
  const { list, entry } = text.length > 240 ? {} : (INLINE_RELATED.exec(text)?.groups ?? {})
  return list === undefined || entry === undefined ? undefined : { list, entry }
}
