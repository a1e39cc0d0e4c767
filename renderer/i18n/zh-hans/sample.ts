export const sample = {
  /** The name that the main process gives its collection. */
  collection: '示例：北湾渡口',
  line: '这是示例：中英文虚构报道十二篇。',
  chronology: '查看大事记',
  remove: '移除示例',
} as const
