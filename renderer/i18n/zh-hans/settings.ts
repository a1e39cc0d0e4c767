export const settings = {
  title: '设置',
  section: { general: '通用', import: '导入', library: '剪报库', backups: '备份', trash: '回收站' },
  sections: '设置分类',
  language: '语言',
  languages: { system: '跟随系统', en: 'English', 'zh-Hans': '简体中文' },
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  promises: '四个承诺',
  promise: {
    kept: { what: '什么都不会丢。', how: '原件按原样保存；显示“已保存”的内容，断电也还在。' },
    local: { what: '什么都不离开这台电脑。', how: '剪报从不联网：没有账号，没有统计，没有更新检查。' },
    stated: { what: '什么都不编造。', how: '文章没写的，就说“未注明”；写了的，可以看到是从哪里读到的。' },
    quiet: { what: '不打扰。', how: '每一步都可以撤销；长时间的工作可以取消。' },
  },
  version: '版本',
  shortcuts: '查看键盘快捷键',
} as const
