export const sample = {
  line: '这是示例：中英文虚构报道十二篇。',
  chronology: '查看大事记',
  remove: '移除示例',
} as const
