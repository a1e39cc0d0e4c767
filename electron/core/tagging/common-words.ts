/** Chinese characters that neither begin nor end a term: particles, pronouns, conjunctions, measure words, verbs of saying. */
export const EDGES_ZH: ReadonlySet<string> = new Set(
  '的了在是和与及或对于从将被把也都就还又而且但不这那其之等个一二三四五六七八九十两几各该本为以到向由让给使有无没已正很更最再只仅可能会要应须需请说称指道问答表认据按因所者们我你他她它自己此某每另并则如若虽然后前里内外间时年月日天次项位名家条份件多少些来去上下中',
)

/** Words of the news that say nothing about what it is of: a tag of them would fit everything. */
export const COMMON_ZH: ReadonlySet<string> = new Set(
  `记者 报道 消息 公司 集团 企业 市场 表示 认为 指出 透露 宣布 发布 公布 今年 去年 明年 目前 今天 昨天 未来 过去 近日 日前
  问题 情况 工作 方面 进行 通过 相关 有关 包括 其中 同时 此外 以及 已经 可以 没有 我们 他们 公开 内容 时间 地方 部分 主要 重要
  发展 经济 社会 国家 政府 中国 美国 全球 国际 世界 国内 增长 亿元 万元 美元 人民币 同比 环比 数据 显示 项目 产品 技术 服务 管理
  负责人 发言人 工作人员 相关部门 编辑 责任编辑 来源 图片 视频 新闻 文章 原标题 全部 完成 开始 结束 举行 参加 增加 减少 提供 使用 需要 要求 影响 作用 目标 活动 建设 销售 网友 用户 客户 专家 分析师`.split(
    /\s+/u,
  ),
)

/** English words that begin with a capital letter and name nothing by themselves. */
export const COMMON_EN: ReadonlySet<string> = new Set(
  `the a an and but or nor so yet for in on at by to from of with as if when while after before since until because although
  this that these those it its he she they we you i his her their our your my who what which where why how there here then
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december spring summer autumn winter mr mrs ms dr sir new news report reports reuters photo image video
  editor reporter source said says one two three four five six seven eight nine ten first last next also more most many
  some all both each every other another such no not only just now today yesterday tomorrow meanwhile however according
  chapter section figure table page copyright`.split(/\s+/u),
)

/** What organisations and places are called last, in Chinese. */
export const NAME_ENDINGS_ZH: readonly string[] =
  `公司 集团 银行 大学 学院 医院 法院 检察院 委员会 委 部 局 署 厅 院 所 协会 基金会 联盟 组织 论坛 党 议会 市 省 县 区 州 镇 港 岛 国 湾 江 河 湖 山 桥
  芯片 计划 法案 条例 协议 协定 公约 战争 危机 制裁 管制 关税 疫情 地震 台风 选举 峰会 铁路 高铁 机场`.split(
    /\s+/u,
  )
