export const banner = {
  label: '剪报库状态',
  readOnly: {
    'disk-full': {
      what: '磁盘已满：剪报库可以阅读和导出，不能修改。',
      todo: '请在所在磁盘腾出一些空间，再重试。',
    },
    'library-missing': {
      what: '剪报库所在的磁盘不见了：显示着的内容可以阅读，不能修改。',
      todo: '请重新连接磁盘，再重试。',
    },
    'read-only': {
      what: '这个位置不能写入：剪报库可以阅读和导出，不能修改。',
      todo: '请确认对文件夹有修改权限，或者移动剪报库。',
    },
    'write-failed': {
      what: '磁盘拒绝写入：剪报库可以阅读和导出，不能修改。',
      todo: '显示为已保存的内容都在。请检查磁盘，再重试。',
    },
    'library-newer': {
      what: '这个剪报库由更新版本的剪报写成：可以阅读和导出，不能修改。',
      todo: '只有新版本才认识的内容没有显示。更新剪报后即可查看全部并修改。',
    },
    'library-damaged': {
      what: '剪报库中有文件损坏：可以阅读和导出，不能修改。',
      todo: '请核对，看看是哪里、能否修好。',
    },
    'library-locked': {
      what: '另一台电脑接管了这个剪报库：这里不能修改。',
      todo: '请关闭那边的剪报，再重试。',
    },
  },
  leftOut_other: '有 {{count, number}} 项内容的写法，这个版本读不懂。',
  lockedBy: '{{when}} 起在“{{host}}”上打开。',
  damaged: '剪报库中有内容损坏。',
  damagedTodo: '核对结果说明了是哪里、有何影响、能否修好。',
  conflicts_other: '两台电脑改了库中的同一个文件，旁边留下了 {{count, number}} 个冲突副本。',
  conflictsTodo: '它们不会自动合并。',
  conflictsShow: '查看…',
  conflictsTitle: '冲突副本',
  conflictsDetail:
    '同步程序把这些副本放在库文件旁边。剪报只使用自己的文件，不动副本：请比较之后，删去不需要的。',
  conflictOf: '原文件 {{of}}',
  cloud: '剪报库在由 {{service}} 同步的文件夹里。',
  cloudUnnamed: '同步程序',
  cloudTodo: '请一次只在一台电脑上打开，等同步完成再到另一台打开。出现冲突副本时，会在这里提示。',
  backupFailed: '上次备份没有成功。',
  retry: '重试',
  verify: '核对…',
  toBackups: '查看备份',
  understood: '知道了',
  dismiss: '不再显示这条提示',
} as const
