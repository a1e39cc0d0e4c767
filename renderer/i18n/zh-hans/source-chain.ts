export const sourceChain = {
  menu: '文中点名的消息来源',
  title: '文中点名的消息来源',
  is: '消息来源：{{source}}',
  cites: '{{by}}，援引{{source}}',
  citedBy: '由{{by}}援引',
  unnamed: '未点名的来源',
  unnamedTitle: '未点名',
  none: '文中没有点名消息来源',
  noneDetail: '“据……报道”“……援引……”之类的句子会在正文中标出，并列在这里。',
} as const
