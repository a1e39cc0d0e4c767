export const tagging = {
  title_other: '给 {{count, number}} 篇剪报加标签',
  field: '标签',
  placeholder: '输入标签，用 / 分层，如 公司/英伟达',
  create: '新建标签“{{name}}”',
  on: '已有此标签，按 Enter 去掉',
  collectTitle_other: '将 {{count, number}} 篇剪报加入专题',
  collectField: '专题',
  collectPlaceholder: '查找或新建专题',
  createCollection: '新建专题“{{name}}”',
  inCollection: '已在此专题，按 Enter 移出',
  suggestions: '候选',
  nothing: '没有候选',
} as const
