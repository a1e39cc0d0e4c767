export const quotes = {
  menu: '按说话人列出引语',
  title: '引语',
  unstated: '句中未写明说话人',
  show: '在正文中查看：',
  copy: '复制为引文',
  none: '这篇没有引语',
  noneDetail: '这里列出引号中的话；说话人以句中写明的为准。',
} as const
