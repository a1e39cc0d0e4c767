export const tags = {
  title: '标签',
} as const
