export const citations = {
  style: '引用格式',
  styles: {
    'gb-t-7714': 'GB/T 7714-2015',
    apa: 'APA 第 7 版',
    chicago: '芝加哥 第 17 版',
    mla: 'MLA 第 9 版',
  },
  menu: '复制引用',
  copied_other: '已复制 {{count, number}} 条引用：{{style}}',
  copyFailed: '未能复制引用',
  copyFailedDetail: '什么都没有改变。请用按键或菜单再试一次。',
  tooMany: '一次最多复制 {{count, number}} 条引用',
  tooManyDetail: '更多的请导出为引用列表。',
  credit:
    'Citations by CSL (citeproc-js)。引用样式出自 Citation Style Language 项目（citationstyles.org），按 CC BY-SA 3.0 许可使用。',
} as const
