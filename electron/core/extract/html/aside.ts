import type { SetAside } from '../../model/article.ts'

export type AsideReason = SetAside['reason']
