export const diagnostics = {
  title: '诊断信息',
  note: '拷贝的就是下面这些，也不会自动发往任何地方。其中只有版本、各类内容的数量和最近出过的问题；没有标题、正文、标签、批注、人名，也没有文件路径。',
  copy: '拷贝诊断信息',
  copied: '已拷贝诊断信息',
  notCopied: '无法拷贝诊断信息，请选中文字再拷贝',
} as const
