export const exporting = {
  title: '导出',
} as const
