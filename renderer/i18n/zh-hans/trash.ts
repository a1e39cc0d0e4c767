export const trash = {
  retention: '保留时间',
  keep_other: '{{count, number}} 天',
  keepForEver: '直到我清空',
  retentionDetail:
    '在回收站里超过这个时间的剪报会自动清除，每天检查一次。原件和正文仍留在库的修改记录和备份中。',
  now: '回收站现有',
  empty: '清空回收站…',
  nothing: '回收站是空的。',
  holds_other: '{{count, number}} 篇剪报',
  show: '查看回收站',
  line_other: '移入 {{count, number}} 天后清除。',
  lineNever: '一直保留到清空回收站。',
  question_other: '从回收站清除 {{count, number}} 篇剪报？',
  questionDetail:
    '随时可以撤销，重新启动之后也可以：撤销从最近的修改起逐一退回。备份中也有备份当时库里的内容。',
  confirm_other: '清除 {{count, number}} 篇',
} as const
